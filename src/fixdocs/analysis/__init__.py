"""A Project → frozen Findings. Pure functions: no words, no I/O, no dates but those in the data."""
