"""fixdocs: filled workbooks in, five Word reports out.

The story in six steps, each a room of its own (:mod:`fixdocs.pipeline` runs them):

1. find    a project folder → the tables in it, known by name and headings   (workbook)
2. read    a table → raw rows, each cell with its address                     (workbook)
3. check   raw rows → a Project of what is sound, and diagnostics             (project, rules)
4. analyse a Project → Findings                                               (analysis)
5. compose Findings → a context a report: words, tables, figures              (reports, diagrams, charts)
6. write   context + Word template → .docx, whole or not at all               (word, output)
"""

__version__ = "0.1.0"
