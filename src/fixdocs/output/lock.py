"""A lock that the system lets go of when its process ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO


class FolderLock:
    """An exclusive lock on ``path``, a file made for it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Take the lock; False where another process has it. A disk that knows no locks gives none and says True."""
        try:
            file = self._path.open("ab")
        except OSError:
            return True  # what is wrong with the folder shows on writing
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            return False
        except OSError:
            file.close()
            return True
        self._file = file
        return True

    def release(self) -> None:
        """Let go of the lock; the file stays, since removing it would race with the next taker."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
