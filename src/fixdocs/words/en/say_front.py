"""The words of the front matter and of captions."""

SAY: dict[str, str] = {
    "figure": "Figure",
    "table": "Table",
    "figure_again": "Figure {n} (continued)",
    "chapter": "Chapter {d}",
    "annex": "Annex {n}",
    "language": "en-US",
    "sample": "Sample data",
    "draft": "Draft",
    "gap": "to be added",
    "gaps_lead": "This draft was built in spite of {n} errors and is for internal use only. What is listed below is "
    "still to be put right: rows with such errors may be missing from tables, and figures computed from them may be "
    "incomplete.",
    "document": "Document",
    "project": "Project",
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
