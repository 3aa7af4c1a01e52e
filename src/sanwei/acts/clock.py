"""The clock of acts and of the rooms above. It stands lower (`sanwei.clock`): people and documents ask too."""

from sanwei.clock import at, now, today

__all__ = ["at", "now", "today"]
