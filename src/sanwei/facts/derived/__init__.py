"""Facts that follow from others, one module per grain they stand at."""
