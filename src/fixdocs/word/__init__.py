"""A template and its context → a .docx; how Word files are written, knowing nothing of what reports say."""
