"""``python -m fixdocs``."""

from .cli import main

main()
