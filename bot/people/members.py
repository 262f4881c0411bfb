"""Meeting people, losing them and finding them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.orm import Session

from storage import outbox
from storage.blocks import Block
from storage.deferred import put_off
from storage.desk import OPEN_STATES, Ticket
from storage.outbox import OutboxRow, Priority
from storage.people import ACTIVE, BLOCKED, KINDS, QUIET_FROM, QUIET_UNTIL, Member
from storage.sql import upsert


def language(code: str | None, default: str) -> str:
    """The language to speak with someone whose phone says `code` (IETF tag): Dutch, English, or the network's own."""
    short = (code or "").split("-")[0].lower()
    return short if short in ("nl", "en") else default


@dataclass(frozen=True, slots=True)
class Person:
    """A member as read at the start of a turn: what nearly every turn wants to know, in one query.

    `has_ticket`: whether a question of theirs is open at the desk; `blocked`: whether they may not reach people. For
    the other columns see storage.people.Member.
    """

    id: int
    first_name: str
    username: str | None
    language: str
    state: str
    welcomed: bool
    dialog: dict[str, Any]
    has_ticket: bool
    blocked: bool


def meet(
    session: Session, user_id: int, first_name: str, username: str | None, language: str, now: datetime
) -> Person:
    """The person, written down when new, renamed when renamed. Their language stays what it was or what they chose."""
    found = _find(session, user_id)
    if found is None:
        row = {"id": user_id, "first_name": first_name, "username": username, "language": language}
        off = ("welcomed", "news", "reminders", "changes", "muted", "all_places", "all_themes")
        flags = dict.fromkeys(off, False)
        quiet = {"quiet_from": QUIET_FROM, "quiet_until": QUIET_UNTIL}
        query = upsert(session, Member).values(**row, **flags, **quiet, state=ACTIVE, created_at=now)
        session.execute(query.on_conflict_do_nothing())
        found = _find(session, user_id)
        assert found is not None
    elif found.first_name != first_name or found.username != username:
        names = {"first_name": first_name, "username": username}
        session.execute(update(Member).where(Member.id == user_id).values(**names))
        found = _find(session, user_id)
        assert found is not None
    return found


_MEMBER: Any = Member.__table__
# Asked at every turn: Core, made once, and with it whether a ticket is open.
_FIND: Any = select(
    _MEMBER.c.id,
    _MEMBER.c.first_name,
    _MEMBER.c.username,
    _MEMBER.c.language,
    _MEMBER.c.state,
    _MEMBER.c.welcomed,
    _MEMBER.c.dialog,
    exists().where(Ticket.member_id == _MEMBER.c.id, Ticket.state.in_(OPEN_STATES)),
    exists().where(Block.member_id == _MEMBER.c.id),
).where(_MEMBER.c.id == bindparam("b_id"))


def _find(session: Session, user_id: int) -> Person | None:
    row = session.connection().execute(_FIND, {"b_id": user_id}).first()
    if row is None:
        return None
    user_id, first_name, username, language, state, welcomed, dialog, has_ticket, blocked = row
    return Person(
        user_id, first_name, username, language, state, welcomed, dialog or {}, bool(has_ticket), bool(blocked)
    )


_KEEP_DIALOG: Any = (
    update(_MEMBER)
    .where(_MEMBER.c.id == bindparam("b_id"))
    .values(dialog=bindparam("b_dialog", type_=_MEMBER.c.dialog.type))
)


def keep_dialog(session: Session, user_id: int, dialog: dict[str, Any]) -> None:
    """Remember where the conversation with this person stands. It changes at every turn, so it is written with its
    peers at the commit."""
    put_off(session, _KEEP_DIALOG, {"b_id": user_id, "b_dialog": dialog})


def keep_buttons(session: Session, user_id: int, buttons: list[list[str]], row: int) -> None:
    """The last message with buttons, [label, press] each, is this row of the outbox: from now on they can be typed."""
    person = _find(session, user_id)
    if person is not None:
        keep_dialog(session, user_id, {**person.dialog, "buttons": buttons, "row": row, "message_id": None})


def reachable(session: Session, user_ids: Sequence[int]) -> list[int]:
    """Those of these people who started the bot, and did not block it."""
    query = select(Member.id).where(Member.id.in_(user_ids), Member.state == ACTIVE).order_by(Member.id)
    return list(session.scalars(query))


def unreachable(session: Session, user_id: int, now: datetime, state: str = BLOCKED) -> None:
    """The person blocked the bot, or left Telegram. What was meant for everyone is taken back, answers are kept."""
    where = (Member.id == user_id) & (Member.state == ACTIVE)
    member = session.execute(select(Member).where(where)).scalar_one_or_none()
    if member is not None:
        member.state, member.state_since = state, now
        _pause(member)
    outbox.cancel(session, (OutboxRow.chat_id == user_id) & (OutboxRow.priority >= int(Priority.REMINDER)))


def _pause(member: Member) -> None:
    """Who blocked us may have had too much of it: what was on stays off until they say so."""
    on = [kind for kind in KINDS if getattr(member, kind)]
    for kind in on:
        setattr(member, kind, False)
    member.paused = "".join(kind[0] for kind in on) or member.paused


def came_back(session: Session, member: Member, now: datetime) -> int:
    """The person is reachable again. Returns how many answers were held for them and go out now."""
    if member.state == ACTIVE:
        return 0
    member.state, member.state_since = ACTIVE, now
    return outbox.release_held(session, member.id)
