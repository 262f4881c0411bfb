"""Passing a person's message on: from the asker to the staff group and back, with who wrote it above it.

Text is said again (so it may be cut, and edited later); anything else is copied within Telegram, never forwarded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from telegram import MessageEntity

from bot.desk.messages import HEADING, Pair
from handlers.desk.desk_content import CAPTIONED, TEXT, Content, to_html
from storage import outbox, sending
from storage.outbox import OutboxRow

# Telegram's limits, in UTF-16 units after the entities are parsed (Bot API, sendMessage and copyMessage).
LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
# An album or a pile of pending messages in one copyMessages (Bot API).
MOST_TOGETHER = 100
# Kinds of which an edit may change the file (Bot API, InputMedia).
REPLACEABLE = ("photo", "video", "animation", "audio", "document")
# The kind of a copied place that moves; a place that was passed on together with other things does not.
LIVE = "live"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that carries (a part of) a message. `kind`: HEADING for a line that only says who wrote it."""

    method: str
    payload: dict[str, Any]
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """One call that changes a copy: `pair` is the copy, or None for a part that is new."""

    method: str
    payload: dict[str, Any]
    pair: Pair | None


def calls(what: Content, head: str, foot: str = "") -> list[Call]:
    """The calls that carry it, `head` above and `foot` below (Telegram HTML)."""
    if what.kind == TEXT:
        texts = _parts(what, head, foot)
        return [Call("sendMessage", {"text": t, "parse_mode": "HTML"}, TEXT) for t in texts]
    if what.in_words is not None:
        return [Call("sendMessage", {"text": _framed(head, what.in_words, foot), "parse_mode": "HTML"}, what.kind)]
    if what.live is not None:
        return [_heading(head), Call("sendLocation", what.live, LIVE)]
    source: dict[str, Any] = {"from_chat_id": what.chat_id}
    caption = _framed(head, what.html or "", foot)
    together = source | {"message_ids": sorted(what.message_ids)[:MOST_TOGETHER]}
    several = len(what.message_ids) > 1 or what.album is not None
    fits = _units(what.text or "") + _units(head) + _units(foot) + 3 <= LONGEST_CAPTION
    if what.kind in CAPTIONED and fits and not what.loose and not several:
        one = source | {"message_id": what.message_ids[0], "caption": caption, "parse_mode": "HTML"}
        return [Call("copyMessage", one, what.kind)]
    if what.masked:  # its own caption stays behind; what may be known of it stands above
        return [_heading(caption), Call("copyMessages", together | {"remove_caption": True}, what.kind)]
    if several:
        return [_heading(head), Call("copyMessages", together, what.kind)]
    return [_heading(head), Call("copyMessage", source | {"message_id": what.message_ids[0]}, what.kind)]


def changes(what: Content, pairs: Sequence[Pair], head: str, foot: str) -> list[Change]:
    """The calls that bring copies up to date with an edited message; none when a copy cannot be changed."""
    if what.kind != TEXT:
        change = _media_change if pairs and replaced(what, pairs[0]) else _caption_change
        return [change(what, pair, head, foot) for pair in pairs[:1] if what.kind in CAPTIONED]
    fresh = calls(what, head, foot)
    found: list[Change] = []
    for number, call in enumerate(fresh):
        known = pairs[number] if number < len(pairs) else None
        found.append(Change("editMessageText" if known else "sendMessage", call.payload, known))
    return found + [Change("deleteMessage", {}, extra) for extra in pairs[len(fresh) :]]


def replaced(what: Content, pair: Pair) -> bool:
    """Whether the edited message holds another file than it did, or one where it held none."""
    known = pair.file is not None or pair.kind == TEXT
    return known and what.kind in REPLACEABLE and what.file is not None and what.file != pair.file


def aim(session: Session, change: Change, what: Content) -> dict[str, Any] | None:
    """The fields of the outbox row that makes this change: `payload` and perhaps `target_id`.

    None: no row is needed, as the copy waits for a person who blocked the bot and was changed where it waits; or
    none is possible, as nobody can say which message of an album it is.
    """
    assert change.pair is not None and change.pair.outbox_id is not None
    row = session.get(OutboxRow, change.pair.outbox_id, populate_existing=True)
    if row is not None and row.state == outbox.HELD:  # the file itself is copied as it is when it leaves
        fresh = {k: v for k, v in change.payload.get("media", change.payload).items() if k not in ("type", "media")}
        sending.replace_payload(session, row.id, {**(row.payload or {}), **fresh})
        return None
    if what.album is None:
        return {"payload": change.payload, "target_id": change.pair.outbox_id}
    known = change.pair.copy_message_id
    return None if known is None else {"payload": change.payload | {"message_id": known}}


def _caption_change(what: Content, pair: Pair, head: str, foot: str) -> Change:
    payload = calls(what, head, foot)[-1].payload
    caption = payload.get("caption") or _framed("", what.html or "", foot)
    return Change("editMessageCaption", {"caption": caption, "parse_mode": "HTML"}, pair)


def _media_change(what: Content, pair: Pair, head: str, foot: str) -> Change:
    words = _caption_change(what, pair, head, foot).payload
    return Change("editMessageMedia", {"media": {"type": what.kind, "media": what.file_id, **words}}, pair)


def _heading(head: str) -> Call:
    return Call("sendMessage", {"text": head, "parse_mode": "HTML"}, HEADING)


def _framed(head: str, body: str, foot: str) -> str:
    above = f"{head}\n{body}" if head and body else head or body
    return f"{above}\n\n{foot}" if foot else above


def _parts(what: Content, head: str, foot: str) -> list[str]:
    """The text in as many messages as it needs, cut at sentence ends."""
    text = what.text or ""
    room = LONGEST_TEXT - _units(head) - _units(foot) - 3
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = start + _cut(text[start:], room)
        spans.append((start, end))
        start = end
    htmls = [to_html(*_clip(text, what.entities, *span)) for span in spans] if len(spans) > 1 else [what.html or ""]
    return [_framed(head if n == 0 else "", html, foot if n == len(htmls) - 1 else "") for n, html in enumerate(htmls)]


def _cut(text: str, room: int) -> int:
    """How many characters fit, up to the end of a sentence, else of a word."""
    if _units(text) <= room:
        return len(text)
    most = len(text.encode("utf-16-le")[: room * 2].decode("utf-16-le", errors="ignore"))
    ends = [m.end() for m in re.finditer(r"[.!?…]\s+|\n+", text[:most])]
    spaces = [m.end() for m in re.finditer(r"\s+", text[:most])]
    good = [end for end in (ends[-1:] + spaces[-1:]) if end > most // 2]
    return good[0] if good else most


def _clip(text: str, entities: Sequence[MessageEntity], start: int, end: int) -> tuple[str, list[MessageEntity]]:
    first, last = _units(text[:start]), _units(text[:end])
    kept = []
    for e in entities:
        a, b = max(e.offset, first), min(e.offset + e.length, last)
        if a < b:
            kept.append(MessageEntity(e.type, a - first, b - a, e.url, e.user, e.language, e.custom_emoji_id))
    return text[start:end].rstrip(), kept


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
