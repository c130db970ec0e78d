"""FD7xx: core issues have root causes, and roots stand on what was verified."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.chain import of_project
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import ReverseCheck, Verdict
from .base import at_row, rule


def _started(project: Project) -> bool:
    """Whether step 2b has begun: before it, a missing root cause is no fault."""
    return bool(project.causes or project.chains or project.roots)


@rule(FD608="issues.treatment", FD701="issues.id", FD709="issues.id")
def rooted(project: Project) -> Iterator[Diagnostic]:
    """FD701, FD608, FD709: core issues and those to be solved have a root cause, core ones a fishbone, too."""
    if not _started(project):
        return
    fished = {cause.issue for cause in project.causes}
    for link in of_project(project).issues:
        issue = link.issue
        if not link.roots and (link.core or link.planned) and "roots" not in project.faulty:
            yield at_row(project, "FD701" if link.core else "FD608", issue, issue=issue.id)
        if link.core and issue.id not in fished and "causes" not in project.faulty and project.causes:
            yield at_row(project, "FD709", issue, issue=issue.id)


@rule(FD703="roots.sources", FD708="roots.sources")
def root_sources(project: Project) -> Iterator[Diagnostic]:
    """FD703, FD708: no root stands on an excluded cause; one on an unverified cause is said."""
    causes = {c.id: c for c in project.causes}
    chains = {c.id: c for c in project.chains}
    for root in project.roots:
        for key in root.sources:
            start = chains[key].start if key in chains else key
            cause = causes.get(start or "")
            if cause is None:
                continue
            if cause.verdict is not Verdict.CONFIRMED:
                code = "FD703" if cause.verdict is Verdict.EXCLUDED else "FD708"
                yield at_row(project, code, root, others=[(cause, "verdict")], root=root.id, cause=cause.id)


@rule(FD704="chains.whys", FD705="chains.reverse", FD710="chains.start", FD711="chains.start")
def chains(project: Project) -> Iterator[Diagnostic]:
    """FD704, FD705, FD710, FD711: a chain of two to seven links, no gap, from a cause of its own issue that holds."""
    causes, used = {c.id: c for c in project.causes}, {key for root in project.roots for key in root.sources}
    for chain in project.chains:
        blank = next((n for n, link in enumerate((*chain.whys, ""), 1) if not link), 0)
        if blank < len(chain.whys) or len(chain.whys) < 2:
            yield at_row(project, "FD704", chain, f"whys[{blank}]", chain=chain.id, found=blank)
        if chain.reverse is ReverseCheck.FAILED:
            yield at_row(project, "FD705", chain, chain=chain.id)
        start = causes.get(chain.start or "")
        if start is not None and start.issue != chain.issue:
            yield at_row(
                project, "FD710", chain, others=[(start, "issue")], chain=chain.id, cause=start.id,
                found=start.issue, issue=chain.issue,
            )  # fmt: skip
        if start is not None and start.verdict is Verdict.EXCLUDED and chain.id not in used:  # else FD703
            yield at_row(project, "FD711", chain, others=[(start, "verdict")], chain=chain.id, cause=start.id)


@rule(FD706="causes.parent", FD707="causes.parent")
def nesting(project: Project) -> Iterator[Diagnostic]:
    """FD706, FD707: sub-causes to a depth of three, on their parent's bone."""
    causes = {c.id: c for c in project.causes}
    for cause in project.causes:
        parent = causes.get(cause.parent or "")
        if parent is None:
            continue
        if parent.issue != cause.issue or parent.dimension is not cause.dimension:
            yield at_row(project, "FD707", cause, others=[(parent, "dimension")], cause=cause.id, parent=parent.id)
        depth, at = 1, cause
        while (above := causes.get(at.parent or "")) is not None and depth <= 4:
            depth, at = depth + 1, above
        if depth == 4:  # a deeper one hangs below this and is not named again
            yield at_row(project, "FD706", cause, cause=cause.id)
