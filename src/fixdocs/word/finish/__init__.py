"""A rendered document → one that Word opens as it should: numbers, contents, sections, tables that fit."""
