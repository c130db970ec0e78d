"""What of a text tells who a reviewer is, where the scoring was anonymous."""

from __future__ import annotations

import re

from ...project import Project
from ...schema.choices import YesNo


def secrets(project: Project) -> re.Pattern[str] | None:
    """Numbers, names, posts and departments of the reviewers, the longest first; None where there are none."""
    found = {t for r in project.reviewers for t in (r.id, r.name, r.post, r.department) if t and t.strip()}
    parts = [
        rf"(?<![0-9A-Za-z]){re.escape(t)}(?![0-9A-Za-z])" if t.isascii() else re.escape(t)
        for t in sorted(found, key=lambda t: (-len(t), t))
    ]
    return re.compile("|".join(parts)) if parts else None


def telling(project: Project, text: str | None) -> bool:
    """Whether ``text`` tells who a reviewer of an anonymous panel is."""
    hidden = project.info is not None and project.info.anonymous is YesNo.YES
    pattern = secrets(project) if hidden and text else None
    return pattern is not None and pattern.search(text or "") is not None
