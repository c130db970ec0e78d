"""Cells out and in: schema → workbooks, files → a Project, diagnostics → a marked copy."""
