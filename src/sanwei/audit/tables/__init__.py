"""Tables of somebody else as rows of facts."""
