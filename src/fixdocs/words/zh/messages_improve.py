"""What the diagnostics of issues and causes (FD6xx, FD7xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {}
