"""Building the invented city: the same every time for the same day."""
