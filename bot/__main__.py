"""`python -m bot` is the command helpdesk."""

import bot.lean  # noqa: F401 - before everything else
from bot.cli.main import main

if __name__ == "__main__":
    main()
