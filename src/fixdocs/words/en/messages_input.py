"""What the diagnostics of files, cells and references (FD1xx to FD3xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {}
