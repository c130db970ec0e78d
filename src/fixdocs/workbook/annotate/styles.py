"""The styles of a marked copy: every style a marked cell has, again with the marking fill."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from ...look import COLOURS
from .xml import Namespaces, etree, insert_before, parse, serialise

if TYPE_CHECKING:
    from .package import Package

# Error, warning, hint: pale enough to read black text on, told apart in grey too; the note says the kind in words.
FILLS: Final = ("F4B6AE", "FFE79A", "DCE9F7")
_AFTER_FILLS: Final = ("borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst")


class Styles:
    """``xl/styles.xml`` of a package; only added to, so that every index that is in use stays right."""

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.part = next((r.part for r in package.related(main) if r.kind == "styles"), "")
        if not self.part:
            self.part = "xl/styles.xml"
            space = etree().QName(parse(package.get(main))).namespace
            package.changed[self.part] = f'<styleSheet xmlns="{space}"/>'.encode()
            relations = Namespaces(space).relations
            package.relate(main, f"{relations}/styles", self.part)
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
            package.declare(part=self.part, kind=kind)
        self.root = parse(package.get(self.part))
        self.names = Namespaces.of(self.root)
        self._made: dict[tuple[Any, ...], int] = {}
        for name in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs"):
            self._complete(name)

    def _complete(self, name: str) -> None:
        """A workbook from a spartan program may lack what an index 0 refers to."""
        group = self._group(name)
        if not len(group):
            first = {
                "fonts": "<font><sz val='11'/><name val='Calibri'/></font>",
                "fills": "<fill><patternFill patternType='none'/></fill>",
                "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
                "cellStyleXfs": "<xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>",
                "cellXfs": "<xf numFmtId='0' fontId='0' fillId='0' borderId='0' xfId='0'/>",
            }[name]
            self._append(name, first)
        if name == "fills" and len(group) < 2:
            self._append(name, "<fill><patternFill patternType='gray125'/></fill>")

    def _group(self, name: str) -> Any:
        group = self.root.find(self.names(name))
        if group is None:
            group = self.root.makeelement(self.names(name))
            order = ("fonts", "fills", *_AFTER_FILLS)
            insert_before(self.root, group, order[order.index(name) + 1 :])
        return group

    def _append(self, name: str, xml: str) -> int:
        group = self._group(name)
        group.append(parse(f'<x xmlns="{self.names.main}">{xml}</x>'.encode())[0])
        group.set("count", str(len(group)))
        return len(group) - 1

    def marked(self, style: int, grave: int) -> int:
        """The style that is ``style`` with the fill of ``grave``."""
        key = ("marked", style, grave)
        if key not in self._made:
            group = self._group("cellXfs")
            xf = deepcopy(group[style if style < len(group) else 0])
            xf.set("fillId", str(self.fill(FILLS[grave])))
            xf.set("applyFill", "1")
            group.append(xf)
            group.set("count", str(len(group)))
            self._made[key] = len(group) - 1
        return self._made[key]

    def fill(self, colour: str) -> int:
        """A plain fill."""
        key = ("fill", colour)
        if key not in self._made:
            self._made[key] = self._append(
                "fills",
                f"<fill><patternFill patternType='solid'><fgColor rgb='FF{colour}'/><bgColor indexed='64'/>"
                "</patternFill></fill>",
            )
        return self._made[key]

    def difference(self, grave: int) -> int:
        """The fill of ``grave`` as a conditional format puts it on."""
        key = ("difference", grave)
        if key not in self._made:
            colour = FILLS[grave]
            self._made[key] = self._append(
                "dxfs",
                f"<dxf><fill><patternFill patternType='solid'><fgColor rgb='FF{colour}'/>"
                f"<bgColor rgb='FF{colour}'/></patternFill></fill></dxf>",
            )
        return self._made[key]

    def cell(self, *, colour: str = "", text: str = "", bold: bool = False, link: bool = False) -> int:
        """A style for the list: wrapped text at the top of its cell, with thin lines."""
        key = ("cell", colour, text, bold, link)
        if key not in self._made:
            font = self._append(
                "fonts",
                f"<font>{'<b/>' if bold else ''}{'<u/>' if link else ''}<sz val='10'/>"
                f"<color rgb='FF{text or COLOURS['ink']}'/><name val='Microsoft YaHei'/><family val='2'/></font>",
            )
            line = f"style='thin'><color rgb='FF{COLOURS['rule']}'/>"
            border = self._append(
                "borders",
                "<border>" + "".join(f"<{s} {line}</{s}>" for s in ("left", "right", "top", "bottom")) + "</border>",
            )
            fill = self.fill(colour) if colour else 0
            self._made[key] = self._append(
                "cellXfs",
                f"<xf numFmtId='0' fontId='{font}' fillId='{fill}' borderId='{border}' xfId='0' applyFont='1' "
                "applyFill='1' applyBorder='1' applyAlignment='1'><alignment vertical='top' wrapText='1'/></xf>",
            )
        return self._made[key]

    def of_column(self, sheet: Any, column: int, names: Namespaces) -> int:
        """The style an empty cell of ``column`` shows."""
        for col in sheet.iterfind(f"{names('cols')}/{names('col')}"):
            if int(col.get("min")) <= column <= int(col.get("max")):
                return int(col.get("style") or 0)
        return 0

    def save(self) -> None:
        """Put the part back into the package."""
        self.package.changed[self.part] = serialise(self.root)
