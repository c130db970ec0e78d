"""The table of codes: what can be wrong, how grave it is, where it stands and what it spoils there.

Which reports an error blocks follows from what the reports depend on (``fixdocs.reports``).

Families: 1 files and sheets · 2 cells · 3 keys and references · 4 flow · 5 survey · 6 issues · 7 causes ·
8 plan · 9 evaluation. The words (title, cause, cure) stand in the catalogue under the same code.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Severity(StrEnum):
    """An error blocks reports; a warning is said and blocks nothing; a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Aspect(StrEnum):
    """What an error may spoil of a sheet while its rows can still be quoted; a report says which of these it shows."""

    FLOW = "flow"  # the way through the steps, with its shares and durations
    OVER_TIME = "over_time"  # what happened month by month and case by case
    ROOT_CAUSES = "root_causes"  # the way from each core issue to its root causes
    MEASURES = "measures"  # the way from each root cause to what is done about it
    SCORES = "scores"  # what the scores say of each alternative


class Code(Struct, frozen=True):
    """One kind of fault.

    ``sheets`` are the sheets an error can stand in, empty for any. It spoils the sheet as a whole, or ``aspect`` alone.
    """

    id: str
    severity: Severity
    sheets: tuple[str, ...] = ()
    aspect: Aspect | None = None


_E, _W, _H = Severity.ERROR, Severity.WARNING, Severity.HINT
_FLOWS = ("steps", "to_be")

_TABLE: tuple[Code, ...] = (
    # 1 files and sheets
    Code("FD101", _E),  # file cannot be opened (damaged, not a workbook, password)
    Code("FD102", _W),  # sheet name unknown, near miss
    Code("FD103", _W),  # heading unknown, near miss
    Code("FD104", _E),  # a required column is missing
    Code("FD105", _W),  # the same heading twice in a sheet
    Code("FD106", _E),  # no heading row found in a sheet that has content
    Code("FD107", _E),  # 列映射 names a file, sheet or column that is not there
    Code("FD108", _E),  # 列映射 leaves a required column unmapped, or maps one twice
    Code("FD109", _W),  # a file in the folder that nothing reads
    Code("FD110", _W),  # hidden rows, columns or sheets are read too
    Code("FD111", _E, ("project",)),  # 项目信息 is missing
    # 2 cells
    Code("FD201", _E),  # required cell is empty
    Code("FD202", _E),  # not a number
    Code("FD203", _E),  # not a whole number
    Code("FD204", _E),  # out of range
    Code("FD205", _E),  # not a date
    Code("FD206", _E),  # not one of the list, near miss
    Code("FD207", _E),  # formula error (#DIV/0! …)
    Code("FD208", _E),  # formula never calculated
    Code("FD209", _E),  # ambiguous percentage: 0.85 and 85 in one row
    Code("FD210", _H),  # — / 无 / N/A taken for blank where a number is wanted
    Code("FD211", _W),  # characters that a document cannot hold were left out
    Code("FD212", _W),  # a word outside the suggested list, close to one of them
    Code("FD213", _W),  # text longer than a cell of a report can carry well
    Code("FD214", _E),  # a number without its unit, or a unit without a number
    Code("FD215", _W),  # merged cells below the heading: only the first has the value
    # 3 keys and references
    Code("FD301", _E),  # the same key twice in one file
    Code("FD302", _E),  # two different values for one key in two files
    Code("FD303", _E),  # a reference leads nowhere, near miss
    Code("FD304", _W),  # a list of references names the same id twice
    Code("FD305", _E),  # a row refers to itself, or in a circle
    Code("FD306", _W),  # exactly equal rows in one file counted once
    # 4 flow (as-is: survey and plan, which compares with it; to-be: plan)
    Code("FD401", _E, _FLOWS, Aspect.FLOW),  # no start
    Code("FD402", _E, _FLOWS, Aspect.FLOW),  # no end
    Code("FD403", _E, _FLOWS, Aspect.FLOW),  # unreachable step
    Code("FD404", _E, _FLOWS, Aspect.FLOW),  # dead end
    Code("FD405", _E, _FLOWS, Aspect.FLOW),  # shares don't sum to 100 %
    Code("FD406", _E, _FLOWS, Aspect.FLOW),  # some shares given, some blank
    Code("FD407", _E, _FLOWS, Aspect.FLOW),  # decision with fewer than two ways out
    Code("FD408", _E, _FLOWS, Aspect.FLOW),  # decision's way out without a result
    Code("FD409", _W),  # value-adding on an approval or rework step
    Code("FD410", _W),  # more than one start
    Code("FD411", _W),  # a step without any duration
    Code("FD412", _W),  # fork without join, or join without fork
    Code("FD413", _W),  # working and calendar clocks mixed in a flow
    Code("FD414", _E, _FLOWS, Aspect.FLOW),  # a circle without a way out: no case would ever end
    # 5 survey
    Code("FD501", _E, ("project",)),  # a period ends before it begins
    Code("FD502", _W),  # data period outside 3 to 6 months
    Code("FD503", _W),  # a party without any evidence
    Code("FD504", _W),  # rows outside the data period
    Code("FD505", _E, ("tickets", "log"), Aspect.OVER_TIME),  # a ticket or event ends before it begins
    Code("FD506", _W),  # valid above returned, or returned above sent
    Code("FD507", _W),  # an indicator with fewer months than the data period
    Code("FD508", _E, ("indicators",), Aspect.OVER_TIME),  # months filled beyond the data period
    Code("FD509", _E, ("answers",)),  # an answer outside the question's scale
    Code("FD510", _W),  # a heading of the answers that is no question
    Code("FD511", _W),  # goal: target on the wrong side of the baseline
    Code("FD512", _W),  # sheets disagree by more than 30 % (lead time)
    Code("FD513", _W),  # no revision for the version on the cover
    Code("FD514", _H),  # an objective whose indicator has no monthly data
    Code("FD525", _W),  # an issue rests on an interview that tells of bright spots alone
    # 6 issues
    Code("FD601", _W),  # an issue without a source
    Code("FD602", _H),  # description reads like a cause or a solution
    Code("FD603", _E, ("issues",)),  # override of core without a reason
    Code("FD604", _W),  # no core issue; the nearest is named
    Code("FD605", _W),  # deferred or not treated without a reason
    Code("FD606", _W),  # a core issue deferred or not treated
    Code("FD607", _W),  # rating standard incomplete
    Code("FD608", _W),  # an issue to be solved in this round has no root cause
    Code("FD609", _W),  # an issue past its date and not closed
    # 7 causes
    Code("FD701", _E, ("issues",), Aspect.ROOT_CAUSES),  # a core issue has no root cause
    Code("FD702", _E, ("causes",)),  # confirmed without evidence
    Code("FD703", _E, ("roots",)),  # a root from an excluded cause
    Code("FD704", _E, ("chains",)),  # a chain with fewer than two links, or a gap in its links
    Code("FD705", _W),  # a chain that fails in reverse
    Code("FD706", _E, ("causes",)),  # causes nested deeper than three
    Code("FD707", _E, ("causes",)),  # a sub-cause on another dimension or issue than its parent
    Code("FD708", _W),  # a root whose source is still to be verified
    Code("FD709", _W),  # a core issue without a fishbone
    Code("FD710", _W),  # a chain that starts from a cause of another issue
    Code("FD711", _W),  # a chain that starts from an excluded cause
    # 8 plan
    Code("FD801", _E, ("roots",), Aspect.MEASURES),  # a root cause without a measure
    Code("FD802", _E, ("measures",), Aspect.MEASURES),  # an adopted measure in no alternative
    Code("FD803", _E, ("tasks",)),  # a task ends before it begins
    Code("FD804", _E, ("to_be",), Aspect.MEASURES),  # the chosen alternative has no flow
    Code("FD805", _W),  # a removed step with a legal requirement
    Code("FD806", _W),  # a task begins before the one it waits for ends
    Code("FD807", _W),  # a failed measure is part of an alternative
    Code("FD808", _W),  # a rejected measure is part of an alternative
    Code("FD809", _W),  # not adopted without a reason
    Code("FD810", _W),  # the to-be flow differs in nothing
    Code("FD811", _W),  # an expected value without its basis
    Code("FD812", _W),  # trial values missing for a measure that was tried
    Code("FD813", _W),  # an adopted measure without a task
    Code("FD814", _W),  # a change in the flow that names no measure
    Code("FD815", _W),  # a yearly saving without its basis
    Code("FD816", _E, ("measures",)),  # a trial ends before it begins
    Code("FD817", _W),  # a trial that the report's date comes before
    Code("FD818", _H),  # a milestone of more than a day
    Code("FD820", _W),  # a trial's verdict goes against its own figures
    Code("FD821", _W),  # a trial called effective misses the target
    Code("FD822", _W),  # an objective without a measure
    Code("FD823", _W),  # a tool is due after the work it is for
    Code("FD824", _W),  # the meeting decided after the work had begun
    Code("FD825", _W),  # a risk without an owner
    Code("FD835", _W),  # a step with a legal requirement can be bypassed
    Code("FD836", _W),  # fewer cases meet a step with a legal requirement
    # 9 evaluation
    Code("FD901", _E, ("scores", "reviewers"), Aspect.SCORES),  # a missing score
    Code("FD902", _E, ("scores",), Aspect.SCORES),  # the same score twice
    Code("FD903", _E, ("scores",), Aspect.SCORES),  # a score outside the criterion's scale
    Code("FD904", _W),  # weights don't sum to 100 %
    Code("FD905", _W),  # all reviewers from one department, or none from the front line
    Code("FD906", _W),  # a reviewer's order on a criterion is the reverse of the panel's
    Code("FD907", _E, ("decision",)),  # the top score is not chosen and no reason is given
    Code("FD908", _W),  # scores from a reviewer who was absent or recused
    Code("FD909", _W),  # fewer than two alternatives
    Code("FD910", _W),  # a choice of an alternative that a veto line rules out
    Code("FD911", _E, ("criteria",), Aspect.SCORES),  # a criterion's scale or veto line makes no sense
)

CODES: Final[dict[str, Code]] = {code.id: code for code in _TABLE}
"""Every code by its id, in order."""
