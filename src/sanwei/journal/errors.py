"""What the journal refuses, each with a sentence for a person."""


class JournalError(RuntimeError):
    """The journal cannot take this entry or number."""


class AppendOnlyError(JournalError):
    """Something recorded was about to be changed or removed."""
