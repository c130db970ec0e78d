"""The titles, purposes and columns of all sheets, in the order of the workbooks."""

from .. import SheetWords
from . import sheets_causes, sheets_evidence, sheets_plan, sheets_project, sheets_review

SHEETS: dict[str, SheetWords] = {
    **sheets_project.SHEETS,
    **sheets_evidence.SHEETS,
    **sheets_causes.SHEETS,
    **sheets_plan.SHEETS,
    **sheets_review.SHEETS,
}
