"""Meeting people, losing them and finding them again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from storage import outbox
from storage.deferred import put_off
from storage.outbox import OutboxRow, Priority
from storage.people import ACTIVE, BLOCKED, Member
from storage.sql import upsert


def language(code: str | None, default: str) -> str:
    """The language to speak with someone whose phone says `code` (IETF tag): Dutch, English, or the network's own."""
    short = (code or "").split("-")[0].lower()
    return short if short in ("nl", "en") else default


def meet(
    session: Session, user_id: int, first_name: str, username: str | None, language: str, now: datetime
) -> Member:
    """The person, written down when new, renamed when renamed. Their language stays what it was or what they chose."""
    member = session.get(Member, user_id)
    if member is None:
        row = {"id": user_id, "first_name": first_name, "username": username, "language": language}
        flags = {"welcomed": False, "news": False, "reminders": False, "all_places": False, "all_themes": False}
        query = upsert(session, Member).values(**row, **flags, state=ACTIVE, created_at=now)
        session.execute(query.on_conflict_do_nothing())
        return session.get_one(Member, user_id)
    if member.first_name != first_name or member.username != username:
        member.first_name, member.username = first_name, username
    return member


_KEEP_DIALOG: Any = (
    update(Member.__table__)  # type: ignore[arg-type]
    .where(Member.id == bindparam("b_id"))
    .values(dialog=bindparam("b_dialog", type_=Member.__table__.c.dialog.type))
)


def keep_dialog(session: Session, member: Member, dialog: dict[str, Any]) -> None:
    """Remember where the conversation with this person stands. Changes at every turn, so past the unit of work."""
    set_committed_value(member, "dialog", dialog)
    put_off(session, _KEEP_DIALOG, {"b_id": member.id, "b_dialog": dialog})


def unreachable(session: Session, user_id: int, now: datetime, state: str = BLOCKED) -> None:
    """The person blocked the bot, or left Telegram. What was meant for everyone is taken back, answers are kept."""
    where = (Member.id == user_id) & (Member.state == ACTIVE)
    session.execute(update(Member).where(where).values(state=state, state_since=now))
    outbox.cancel(session, (OutboxRow.chat_id == user_id) & (OutboxRow.priority >= int(Priority.REMINDER)))


def came_back(session: Session, member: Member, now: datetime) -> int:
    """The person is reachable again. Returns how many answers were held for them and go out now."""
    if member.state == ACTIVE:
        return 0
    member.state, member.state_since = ACTIVE, now
    return outbox.release_held(session, member.id)
