"""Widths of Chinese and Latin text, estimated without a font, and wrapping that uses them.

Widths are ems of Arial (the widest of the Latin faces a reader's machine falls back to) and a full em for
East Asian characters. They err on the wide side: text that is estimated to fit does fit.
"""

from __future__ import annotations

import unicodedata

LINE_HEIGHT = 1.35  # line pitch in ems; 微软雅黑 and Noto Sans CJK need about 1.32
_NO_START = set(",。、;:!?)】》」』”’%),.;:!?]}·…—")
_NO_END = set("(【《「『“‘([{")
_NARROW = {**dict.fromkeys("iljI|.,:;'!", 0.28), **dict.fromkeys("ftr()[]{}/\\ -`\"", 0.36)}
_WIDE = {**dict.fromkeys("mMW@%", 0.92), **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&w", 0.74)}


def char_width(char: str) -> float:
    """The width of one character in ems."""
    if unicodedata.combining(char) or char in "\u200b\ufeff":
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return _NARROW.get(char) or _WIDE.get(char) or 0.58


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of ``text`` in points at ``size`` points."""
    width = sum(map(char_width, text)) * size
    return width * 1.06 if bold else width


def block_height(lines: int, size: float) -> float:
    """The height of ``lines`` lines in points."""
    return lines * size * LINE_HEIGHT


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break ``text`` into lines no wider than ``width`` points.

    Breaks between East Asian characters and at spaces, keeps Latin words whole where they fit a line, and
    keeps closing punctuation off a line's start and opening punctuation off its end.
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_wrap_paragraph(paragraph.strip(), width, size, bold))
    return tuple(lines)


def _wrap_paragraph(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines, line = [], ""
    for token in _tokens(text):
        if not line or text_width(line + token.rstrip(), size, bold=bold) <= width:
            line = line + token if line else token.lstrip()
        else:
            head, tail = _keep_together(line, token)
            lines.append(head)
            line = tail
        while text_width(line.rstrip(), size, bold=bold) > width and len(line) > 1:
            cut = _fitting(line, width, size, bold)
            lines.append(line[:cut])
            line = line[cut:]
    return [part.strip() for part in (*lines, line) if part.strip()] or [""]


def _tokens(text: str) -> list[str]:
    """Words with the space behind them, and East Asian characters one by one."""
    tokens: list[str] = []
    word = ""
    for char in text:
        if char_width(char) == 1.0 or char == " ":
            if char == " ":
                word += char
                tokens.append(word)
                word = ""
                continue
            if word:
                tokens.append(word)
                word = ""
            tokens.append(char)
        else:
            word += char
    if word:
        tokens.append(word)
    return tokens


def _keep_together(line: str, token: str) -> tuple[str, str]:
    """Move what may not end ``line``, or must stay before ``token``, to the next line."""
    cut = len(line)
    if token[0] in _NO_START and cut > 1:
        cut -= 1
    while cut > 1 and line[cut - 1] in _NO_END:
        cut -= 1
    return line[:cut], (line[cut:] + token).lstrip()


def _fitting(line: str, width: float, size: float, bold: bool) -> int:
    cut = 1
    while cut < len(line) and text_width(line[: cut + 1], size, bold=bold) <= width:
        cut += 1
    return cut
