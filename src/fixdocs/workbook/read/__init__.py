"""Sheets of raw cells → a Project of sound records, and diagnostics."""
