"""The same controls for one matter.

Polars answers for a million rows at once and pays a fixed price for every node of every expression, a thousandfold
too dear for the few
rows of one matter at the gate. Here the *same* expressions are read from their own tree and become plain functions.
They are written once;
what the two ways answer is held equal by tests on every case of every control and on random histories (ADR 0003).
"""
