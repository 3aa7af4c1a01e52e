"""The trace: clause ↔ control ↔ act ↔ fact ↔ case, written out for people and kept by a test."""
