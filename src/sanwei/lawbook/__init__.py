"""The law as frozen, dated objects, read from `law/`. The lowest floor: imports nothing of the house."""

from .book import Lawbook, forget, lawbook
from .calendars import Calendar
from .checking import check
from .errors import Fault, LawError
from .objects import Article, Clause, Coverage, Duty, Form, Instrument, Pack, Penalty, Power, Term
from .parameters import Parameter, Value
from .procedures import Procedure
from .spans import Span
from .workdays import Due

__all__ = [
    "Article",
    "Calendar",
    "Clause",
    "Coverage",
    "Due",
    "Duty",
    "Fault",
    "Form",
    "Instrument",
    "LawError",
    "Lawbook",
    "Pack",
    "Parameter",
    "Penalty",
    "Power",
    "Procedure",
    "Span",
    "Term",
    "Value",
    "check",
    "forget",
    "lawbook",
]
