"""The acts of a penalty case. Importing the package registers them."""

from . import decision, deliberation, execution, hearing, history, investigation, lead, party, summary  # noqa: F401
