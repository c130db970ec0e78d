"""Files → sheets of raw cells, each with its address."""
