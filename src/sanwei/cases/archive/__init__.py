"""The file of a case: what lies in it, how long it is kept, and a copy that reads without this system."""
