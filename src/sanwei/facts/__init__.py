"""The data dictionary: one module per grain. Importing the package fills the vocabulary."""

from importlib import import_module
from pkgutil import iter_modules

from .vocabulary import KEY, VOCABULARY, Fact, Grain, Vocabulary, VocabularyError

__all__ = ["KEY", "VOCABULARY", "Fact", "Grain", "Vocabulary", "VocabularyError"]

from . import derived as _derived

for _package in (__path__, _derived.__path__):
    for _module in sorted(m.name for m in iter_modules(_package) if not m.ispkg):
        import_module(f"{__name__}.{_module}" if _package is __path__ else f"{_derived.__name__}.{_module}")
