"""Rows with a file: the call that sends it, and what Telegram calls it afterwards."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from bot.telegram.api import TelegramApi
from storage.attachments import PLACE, File
from storage.sending import Outgoing

# The name of the part of the request that holds the bytes: what "attach://…" in a parameter points to.
PART = PLACE.removeprefix("attach://")


async def call(api: TelegramApi, row: Outgoing) -> Any:
    """Make the call of a row, with its file when Telegram has not got that yet. Raises CallFailed."""
    if row.file is None or row.file.file_id is not None:
        return await api.call(row.method, params(row))
    return await api.upload(row.method, form(row.params, row.file))


def params(row: Outgoing) -> dict[str, Any]:
    """The call's parameters: a file that Telegram has already is named, not sent again."""
    if row.file is None or row.file.file_id is None:
        return row.params
    named: dict[str, Any] = _replaced(row.params, row.file.file_id)
    return named


def form(params: dict[str, Any], file: File) -> aiohttp.FormData:
    """The body of a request that brings the bytes along."""
    made = aiohttp.FormData()
    for key, value in params.items():
        made.add_field(key, value if isinstance(value, str) else json.dumps(value))
    made.add_field(PART, file.data, filename=file.name, content_type=file.media_type)
    return made


def file_id(row: Outgoing, value: Any) -> str | None:
    """What Telegram calls the file it just got, by the message it made; None when it got none or does not say."""
    if row.file is None or row.file.file_id is not None or not isinstance(value, dict):
        return None
    shown = value.get(row.file.kind)
    largest = shown[-1] if isinstance(shown, list) and shown else shown
    return largest.get("file_id") if isinstance(largest, dict) else None


def _replaced(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(part, name) for key, part in value.items()}
    return name if value == PLACE else value
