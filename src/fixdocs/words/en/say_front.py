"""The words of the front matter and of captions."""

SAY: dict[str, str] = {
    "figure": "Figure",
    "table": "Table",
    "figure_again": "Figure {n} (continued)",
    "sample": "Sample data",
    "draft": "Draft",
    "document": "Document",
    "process": "Process",
    "department": "Department",
    "number": "Document number",
    "version": "Version",
    "date": "Date of report",
    "classification": "Classification",
    "leader": "Project leader",
    "author": "Author",
    "reviewer": "Reviewed by",
    "approver": "Approved by",
    "period": "Data period",
    "survey": "Survey period",
}
