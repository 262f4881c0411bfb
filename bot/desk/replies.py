"""Saved replies: what staff send often, kept under a name. A change leaves an audit row; the last can be undone."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import datetime
from html import escape
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.desk import tickets
from bot.desk.names import clean
from bot.desk.ticket import Actor, TicketView
from bot.texts import parts
from bot.texts.render import Html
from faq.clusters import Likeness
from faq.text import fold
from storage.replies import SavedReply

# A name is a button of its own (conversations.md).
LONGEST_NAME = 32
# How much of what was typed must be in a name, or in the text, for the reply to be found (0..100).
FOUND_IN_NAME, FOUND_IN_TEXT = 75, 88
# From this likeness with the question on, a reply goes before those that are merely used more.
FITS = 0.2

_PLACE = re.compile(r"(?P<space>[ \t]*)\{(?:naam|name)\}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """A saved reply: see storage.replies.SavedReply."""

    id: int
    name: str
    html: Html
    before: str | None
    by_name: str
    changed_at: datetime
    removed_at: datetime | None
    used: int
    asked_id: int | None

    def filled(self, name: str) -> Html:
        """What an asker with this name gets."""
        return filled(self.html, name)


def filled(html: str, name: str) -> Html:
    """The text with the name in its places; without a name the place goes, and the space before it."""
    return Html(_PLACE.sub(lambda place: f"{place['space']}{escape(name, quote=False)}" if name else "", html))


def save(session: Session, name: str, html: str, by: Actor, now: datetime) -> Reply:
    """Keep a text under a name. A reply with that name gets this text; it can be undone."""
    known = next((r for r in every(session) if fold(r.name) == fold(name)), None)
    if known is not None:
        return change(session, known.id, by, now, html=html)
    row = SavedReply(name=name, html=html, by_name=by.name, changed_at=now)
    session.add(row)
    session.flush()
    _audit(session, "make", by, now, row.id, name=name, html=html)
    return get(session, row.id)


def change(
    session: Session, reply_id: int, by: Actor, now: datetime, name: str | None = None, html: str | None = None
) -> Reply:
    """Another name or text. A name that another reply has stays as it was."""
    known = get(session, reply_id)
    taken = any(r.id != reply_id and name is not None and fold(r.name) == fold(name) for r in every(session))
    values: dict[str, Any] = {"by_name": by.name, "changed_at": now, "asked_id": None, "removed_at": None}
    if name is not None and not taken:
        values["name"] = name
    if html is not None and html != known.html:
        values |= {"html": html, "before": known.html}
    _set(session, reply_id, **values)
    _audit(session, "change", by, now, reply_id, name=values.get("name"), html=html, before=known.html)
    return get(session, reply_id)


def undo(session: Session, reply_id: int, by: Actor, now: datetime) -> Reply:
    """The text of before the last change; pressed again, that of after it."""
    known = get(session, reply_id)
    return change(session, reply_id, by, now, html=known.before) if known.before is not None else known


def remove(session: Session, reply_id: int, by: Actor, now: datetime) -> None:
    """It is offered no more; it can be put back."""
    _set(session, reply_id, removed_at=now, asked_id=None)
    _audit(session, "remove", by, now, reply_id)


def restore(session: Session, reply_id: int, by: Actor, now: datetime) -> None:
    """It is offered again."""
    _set(session, reply_id, removed_at=None)
    _audit(session, "restore", by, now, reply_id)


def ask(session: Session, reply_id: int, message_id: int | None) -> None:
    """This message of the staff group waits for the new text."""
    _set(session, reply_id, asked_id=message_id)


def asked_by(session: Session, message_id: int) -> Reply | None:
    """The reply whose new text this message waits for."""
    row = session.scalars(select(SavedReply).where(SavedReply.asked_id == message_id)).first()
    return _view(row) if row is not None else None


def used(session: Session, reply_id: int) -> None:
    """It was sent once more."""
    _set(session, reply_id, used=SavedReply.used + 1)


def get(session: Session, reply_id: int) -> Reply:
    """The reply, also one that was removed. Raises LookupError when there is none."""
    row = session.get(SavedReply, reply_id, populate_existing=True)
    if row is None:
        raise LookupError(f"no saved reply {reply_id}")
    return _view(row)


def every(session: Session) -> list[Reply]:
    """All that were not removed, what is used most first."""
    query = select(SavedReply).where(SavedReply.removed_at.is_(None))
    ordered = query.order_by(SavedReply.used.desc(), SavedReply.name, SavedReply.id)
    return [_view(row) for row in session.scalars(ordered.execution_options(populate_existing=True))]


def found(session: Session, part: str) -> list[Reply]:
    """Those that a part of their name, or words of their text, find; also with a typing error."""
    words = fold(part)
    in_name = [(fuzz.partial_ratio(words, fold(r.name)), r) for r in every(session)]
    named = sorted((pair for pair in in_name if pair[0] >= FOUND_IN_NAME), key=lambda pair: -pair[0])
    texts = [(fuzz.partial_ratio(words, fold(parts.plain(r.html))), r) for _, r in in_name]
    told = sorted((pair for pair in texts if pair[0] >= FOUND_IN_TEXT), key=lambda pair: -pair[0])
    return list({r.id: r for _, r in [*named, *told]}.values())


def fitting(session: Session, ticket: TicketView, ruler: Likeness) -> list[Reply]:
    """All of them, those that have to do with the question first, then what is used most."""

    def fit(reply: Reply) -> float:
        likeness = ruler(ticket.text, f"{reply.name} {parts.plain(reply.html)}") if ticket.text else 0.0
        return likeness if likeness >= FITS else 0.0

    return sorted(every(session), key=fit, reverse=True)


def fit_name(text: str) -> str:
    """A name as it is kept: on one line; empty when it is too long or has no letters or digits."""
    name = clean(text)
    return name if fold(name) and len(name) <= LONGEST_NAME else ""


def _audit(session: Session, what: str, by: Actor, now: datetime, reply_id: int, **details: object) -> None:
    told = {key: value for key, value in details.items() if value is not None}
    tickets.audit(session, f"reply-{what}", None, by, now, reply=reply_id, **told)


def _view(row: SavedReply) -> Reply:
    values = {f.name: getattr(row, f.name) for f in fields(Reply)}
    return Reply(**values | {"html": Html(row.html)})


def _set(session: Session, reply_id: int, **values: Any) -> None:
    query = update(SavedReply).where(SavedReply.id == reply_id).values(**values)
    session.execute(query.execution_options(synchronize_session=False))
