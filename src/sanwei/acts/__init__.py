"""The act: the one door for every write of legal meaning."""
