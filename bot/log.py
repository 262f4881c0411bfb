"""Logging without secrets."""

from __future__ import annotations

import logging
import re

# A bot token wherever it stands: in an address, in a traceback.
TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{6,}")


class _Redacted(logging.Formatter):
    """Formats as usual, then takes out what looks like a token: message, arguments and traceback alike."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = tuple(s for s in secrets if s)

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return TOKEN.sub("<token>", text)


def set_up(verbose: bool = False, secrets: tuple[str, ...] = ()) -> None:
    """Log to standard error. `secrets`: texts that are never shown, besides anything that looks like a token."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Redacted(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for noisy in ("httpx", "httpcore", "apscheduler", "aiohttp.access", "alembic", "telegram"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
