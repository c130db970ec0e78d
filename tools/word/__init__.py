"""The script that makes the five Word templates from one set of styles: run ``make templates``.

``styles`` holds the styles, numbering and settings, ``xml`` the small writers, ``builder`` what an outline is written
with, ``front`` the front matter all five share; one module a report holds its outline. Every word in a template comes
from the catalogue (``words/zh/template_*.py``).
"""
