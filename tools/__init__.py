"""Scripts that make what is committed: Word templates and blank workbooks."""
