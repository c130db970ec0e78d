"""The schema → fillable workbooks."""
