"""The acts of a penalty case. Importing the package registers them."""

from . import (  # noqa: F401
    announcing,
    clocks,
    decision,
    deliberation,
    draft,
    execution,
    hearing,
    history,
    investigation,
    lead,
    party,
    responsibility,
    revision,
    serving,
    summary,
)
