"""The sheet of a marked copy that lists its faults, each with a link to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics.model import column_letter
from ...look import COLOURS
from ...markup import attribute, content
from .styles import FILLS
from .xml import Namespaces, etree, parse, serialise

if TYPE_CHECKING:
    from .package import FaultList, ListRow, Package
    from .styles import Styles

_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LINK: Final = 2  # the column that leads to the cell


def add_list(package: Package, main: str, faults: FaultList, styles: Styles) -> None:
    """Add ``faults`` as the last sheet; an own sheet of that name gives it a number."""
    root = parse(package.get(main))
    names = Namespaces.of(root)
    sheets = root.find(names("sheets"))
    taken = {sheet.get("name") for sheet in sheets}
    tab, number = faults.tab, 2
    while tab in taken:
        tab, number = f"{faults.tab} ({number})", number + 1  # a bracket after a title is passed over in reading
    part = package.free("xl/worksheets/sheetMarks{n}.xml")
    package.changed[part] = _sheet(faults, styles, names).encode("utf-8")
    package.declare(part=part, kind=_SHEET)
    relation = package.relate(main, f"{names.relations}/worksheet", part)
    highest = max(int(sheet.get("sheetId") or 0) for sheet in sheets)
    entry = etree().SubElement(sheets, names("sheet"), name=tab, sheetId=str(highest + 1))
    entry.set(f"{{{names.relations}}}id", relation)
    package.changed[main] = serialise(root)


def _sheet(faults: FaultList, styles: Styles, names: Namespaces) -> str:
    head = styles.cell(colour=COLOURS["primary"], text="FFFFFF", bold=True)
    rows = [_row(1, [(text, head) for text in faults.headings])]
    links = []
    for number, row in enumerate(faults.rows, 2):
        rows.append(_row(number, [(text, _style(row, n, styles)) for n, text in enumerate(row.cells)]))
        if row.tab and row.cell:
            quoted = row.tab.replace("'", "''")
            location = attribute(f"'{quoted}'!{row.cell}")
            links.append(f'<hyperlink ref="{column_letter(_LINK + 1)}{number}" location={location}/>')
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(faults.widths, 1)
    )
    last = f"{column_letter(len(faults.headings))}{len(faults.rows) + 1}"
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{names.main}">'
        f'<sheetPr><tabColor rgb="FF{COLOURS["accent"]}"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}"/>'
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A1:{last}"/>{linked}'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _style(row: ListRow, column: int, styles: Styles) -> int:
    if column == 0:
        return styles.cell(colour=FILLS[row.grave], bold=True)
    if column == _LINK and row.tab and row.cell:
        return styles.cell(text=COLOURS["primary"], link=True)
    return styles.cell()


def _row(number: int, cells: list[tuple[str, int]]) -> str:
    made = "".join(
        f'<c r="{column_letter(n)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{content(text)}</t>'
        "</is></c>"
        for n, (text, style) in enumerate(cells, 1)
    )
    return f'<row r="{number}">{made}</row>'
