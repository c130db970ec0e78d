"""Findings → one context a report, and context + Word template → .docx. One module a deliverable."""
