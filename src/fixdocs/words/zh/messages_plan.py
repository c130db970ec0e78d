"""What the diagnostics of plan and evaluation (FD8xx, FD9xx) say."""

from .. import MessageWords

MESSAGES: dict[str, MessageWords] = {}
