"""The desk: what staff see when they come to work."""
