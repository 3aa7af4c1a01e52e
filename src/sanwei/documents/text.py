"""Text made safe for every carrier: JSON, PostgreSQL, the XML of DOCX, typst."""

import re

# Control characters break XML and PostgreSQL; direction overrides let a name show itself in another order than it
# is stored; a lone surrogate is no text at all.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(value: object) -> str:
    """`value` as text without control characters; line ends become \\n, tabs become spaces, outer space goes."""
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u2028", "\n")
    return _UNFIT.sub("", text).strip()


def lines(value: object) -> list[str]:
    """The non-empty lines of a text."""
    return [line.strip() for line in clean(value).split("\n") if line.strip()]
