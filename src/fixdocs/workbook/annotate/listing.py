"""A list as a workbook of its own."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from ...look import COLOURS
from .styles import FILLS

if TYPE_CHECKING:
    from .copy import FaultList


def listing(faults: FaultList) -> bytes:
    """``faults`` as an .xlsx of one sheet; the same list gives the same bytes."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1), "author": faults.author, "title": faults.tab})
    sheet = book.add_worksheet(faults.tab)
    base = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
    base["border_color"] = f"#{COLOURS['rule']}"
    plain = book.add_format(base)
    kinds = [book.add_format({**base, "bold": True, "bg_color": f"#{fill}"}) for fill in FILLS]
    head = book.add_format({**base, "bold": True, "font_color": "#FFFFFF", "bg_color": f"#{COLOURS['primary']}"})
    for n, (heading, width) in enumerate(zip(faults.headings, faults.widths, strict=True)):
        sheet.set_column(n, n, width)
        sheet.write_string(0, n, heading, head)
    for number, row in enumerate(faults.rows, 1):
        for n, text in enumerate(row.cells):
            sheet.write_string(number, n, text, plain if n else kinds[row.grave])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(faults.rows), 1), len(faults.headings) - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return stream.getvalue()
