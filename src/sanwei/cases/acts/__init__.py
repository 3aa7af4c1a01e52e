"""The acts of a penalty case. Importing the package registers them."""

from . import decision, deliberation, execution, hearing, investigation, lead, summary  # noqa: F401
