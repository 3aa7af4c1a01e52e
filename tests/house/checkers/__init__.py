"""The house rules as functions: a text or a tree in, faults out. Each has a test that feeds it a bad sample."""
