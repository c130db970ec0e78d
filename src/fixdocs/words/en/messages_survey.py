"""What the diagnostics of flow and survey (FD4xx, FD5xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {}
