"""Keeps the process small and quick; a small server has little of either. Import it before everything else.

httpx (which python-telegram-bot imports) loads its own command line with rich and pygments when those are installed,
and pydantic looks through all installed packages for plugins: some MB, and time at each start.
"""

import contextlib
import ctypes
import gc
import os
import sys
from typing import Any

_modules: dict[str, Any] = sys.modules
_modules.setdefault("httpx._main", None)  # None: an ImportError, for which httpx is prepared
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# Questions are small: a second thread of numpy's would cost more in waking than it saves, and memory besides.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# glibc's mallopt(M_ARENA_MAX, 1): our threads take turns anyway, so heaps of their own only scatter memory.
M_ARENA_MAX, ONE = -8, 1
with contextlib.suppress(OSError, AttributeError, TypeError):  # another C library does it its own way
    ctypes.CDLL(None).mallopt(M_ARENA_MAX, ONE)

# What lives when the program is ready lives until its end; looking through it for garbage again and again makes
# answers wait. What comes after it is short-lived, and cheap to look through.
COLLECT_AFTER = (20_000, 20, 50)


def settle() -> None:
    """The program is ready: what the start left behind goes back to the system, the rest is not collected again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
