"""Colours, fonts and sizes shared by reports, figures, workbooks and the site.

One family: the same role has the same colour wherever it is drawn. Nothing is imported here.
Colours are hexadecimal RGB without ``#``; sizes are points.
"""

from typing import Final

COLOURS: Final[dict[str, str]] = {
    "ink": "1F2A37",
    "muted": "5B6675",  # secondary text; 5.9 : 1 on white
    "line": "8A94A3",  # connectors and shape outlines that carry no meaning of their own
    "rule": "D5DAE1",  # thin table rules, gridlines
    "shade": "F3F5F8",  # alternating lanes, pale panels
    "paper": "FFFFFF",
    "primary": "1F4E79",
    "primary_tint": "DCE6F1",
    "input": "EEF4FA",  # cells a person must fill
    "accent": "B3261E",  # what matters: core issues, the bottleneck, the choice
    "accent_tint": "FBE9E7",
    "added": "2E7D32",
    "added_tint": "E8F5E9",
    "removed": "C62828",
    "removed_tint": "FDECEA",
    "changed": "B85C00",  # darker than the change orange so that text keeps 4.5 : 1 on white
    "changed_tint": "FFF3E0",
    "moved": "1565C0",
    "moved_tint": "E3F2FD",
    "merged": "6A3D9A",
    "merged_tint": "F1EAF8",
    "gap": "FFF59D",  # marks a gap in a draft
}

# Wong's palette, safe for the usual kinds of colour blindness; distinct in grey by order.
SERIES: Final[tuple[str, ...]] = ("0072B2", "E69F00", "009E73", "D55E00", "CC79A7", "56B4E9")

FONT_HEADING_CJK: Final = "微软雅黑"
FONT_HEADING_LATIN: Final = "Arial"
FONT_BODY_CJK: Final = "宋体"
FONT_BODY_LATIN: Final = "Times New Roman"
FONT_FIGURE_CJK: Final = "微软雅黑"
FONT_FIGURE_LATIN: Final = "Arial"

SIZE_BODY: Final = 12.0  # 小四
SIZE_TABLE: Final = 9.0  # 小五
SIZE_CAPTION: Final = 9.0
SIZE_FIGURE: Final = 9.0
SIZE_FIGURE_MIN: Final = 8.0

# Usable area of an A4 page with 2.5 cm margins, in points.
PAGE_WIDTH: Final = 453.5
PAGE_HEIGHT: Final = 700.1
LANDSCAPE_WIDTH: Final = 700.1
LANDSCAPE_HEIGHT: Final = 453.5
