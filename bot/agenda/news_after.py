"""What can still be done about news that was delivered: take it back, or put it right.

done -> taking -> taken: deleted at everyone who got it less than 48 hours ago
done -> fixing -> done: changed at everyone who got it; who gets it later, gets it right
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, literal, select, update
from sqlalchemy.orm import Session

from bot.agenda import news
from bot.agenda.news import Content, Message
from storage import for_many, outbox
from storage.news import DONE, FIXING, SENDING, TAKEN, TAKING, News, NewsCopies
from storage.outbox import NEW, PAUSED, SENT, Body, OutboxRow, Priority
from storage.sql import upsert

# Bot API, deleteMessage: a bot may delete its messages for so long.
DELETABLE = timedelta(hours=48)
# Near the end of that, who is last in line would be too late.
MARGIN = timedelta(minutes=5)
# The purposes of these rows in the outbox; their ref is the news' id. Of a change with the news' version after it.
BACK, FIX = "news-back", "news-fix"
CAPTIONED = {"photo", "video", "animation", "audio", "document", "voice"}
# When nothing of it waits, news may be taken back or put right; what waits for quiet hours to end does not hinder.
DELIVERED = (SENDING, DONE)


@dataclass(frozen=True, slots=True)
class Reachable:
    """Whom taking back reaches, and until when (UTC): the first that cannot be deleted any more."""

    count: int
    until: datetime | None


def reachable(session: Session, news_id: int, now: datetime) -> Reachable:
    """Who got it, and may lose it again."""
    query = select(func.count(), func.min(OutboxRow.sent_at)).where(_deletable(news_id, now))
    count, first = session.execute(query).one()
    return Reachable(count, first + DELETABLE if first is not None else None)


def delivered(session: Session, news_id: int) -> int:
    """At how many people it can be changed."""
    return session.execute(select(func.count()).where(_has(news_id))).scalar_one()


def take_back(session: Session, found: News, now: datetime) -> None:
    """Whoever got it loses it; whoever did not, does not get it."""
    outbox.cancel(session, news.rows(found.id), "taken back by staff")
    found.state, found.since = TAKING, now
    catch_up(session, found, now)


def fixable(what: Content) -> bool:
    """Whether Telegram lets its words be changed: a text, or a caption (of an album: the first one)."""
    if what.kind == "album":
        return not any("caption" in part for part in what.payload["media"][1:])
    return what.kind == "text" or what.kind in CAPTIONED


def fixed(what: Content, text: str, entities: Sequence[dict[str, Any]]) -> Content:
    """The same with other words."""
    if what.kind == "text":
        kept = {k: v for k, v in what.payload.items() if k not in ("text", "entities")}
        return replace(what, payload=kept | {"text": text, **({"entities": list(entities)} if entities else {})})
    words = {"caption": text, **({"caption_entities": list(entities)} if entities else {})}
    if what.kind == "album":
        first, *others = what.payload["media"]
        return replace(what, payload={"media": [_uncaptioned(first) | words, *others]})
    return replace(what, payload=_uncaptioned(what.payload) | words)


def propose(found: News, what: Content) -> None:
    """Keep the better words until staff have seen them."""
    found.fix = what.kept()
    found.version += 1


def proposed(found: News) -> Content | None:
    """The better words that staff are looking at."""
    kept = found.fix or {}
    return Content(found.kind, kept["method"], kept["payload"]) if "method" in kept else None


def fix(session: Session, found: News, message: Callable[[Content], Message], now: datetime) -> None:
    """Put it right at everyone who got it, and for everyone who gets it yet. `message`: makes what members get."""
    what = proposed(found)
    assert what is not None
    found.content = what.kept()
    made = message(what)
    waits = news.rows(found.id) & OutboxRow.state.in_([NEW, PAUSED])
    fresh = [_renew(session, waits, body, made, now) for body in _bodies(session, waits)]
    languages = {body.language for body in _bodies(session, news.rows(found.id))}
    edits = {
        language: for_many.keep_body(session, language, _edit(what.kind, made(language)), now)
        for language in languages
    }
    found.fix = {"fresh": fresh, "edits": edits, "purpose": f"{FIX}-{found.version}"}
    found.state, found.since = FIXING, now
    catch_up(session, found, now)


def catch_up(session: Session, found: News, now: datetime) -> int:
    """Take back, or put right, what was delivered since we looked. Returns how many."""
    if found.state == TAKING:
        return _insert(session, found.id, BACK, _deletable(found.id, now), _deletion(), now)
    assert found.fix is not None
    stale = _has(found.id) & OutboxRow.body_id.not_in(found.fix["fresh"])
    edits = [(Body.language == language, body) for language, body in found.fix["edits"].items()]
    if not edits:
        return 0
    method = "editMessageText" if found.kind == "text" else "editMessageCaption"
    columns = {"method": literal(method), "body_id": case(*edits), "target_id": OutboxRow.id}
    return _insert(session, found.id, found.fix["purpose"], stale, columns, now)


def purpose(found: News) -> str | None:
    """The purpose of the rows that do, or did, what was asked; None: nothing was."""
    return BACK if found.state in (TAKING, TAKEN) else (found.fix or {}).get("purpose")


def finish(found: News, later: int) -> None:
    """All of it is done. `later`: how many still get the news, when their quiet hours are over."""
    if found.state == TAKING:
        found.state = TAKEN
    else:
        found.state = SENDING if later else DONE


def keep_copies(session: Session, row_id: int, value: Any) -> None:
    """An album arrived as several messages: remember which."""
    if isinstance(value, list) and len(value) > 1:
        ids = sorted(message["message_id"] for message in value)
        query = upsert(session, NewsCopies).values(outbox_id=row_id, payload={"message_ids": ids})
        session.execute(
            query.on_conflict_do_update(index_elements=["outbox_id"], set_={"payload": {"message_ids": ids}})
        )


def _has(news_id: int) -> Any:
    return news.rows(news_id) & (OutboxRow.state == SENT) & OutboxRow.message_id.is_not(None)


def _deletable(news_id: int, now: datetime) -> Any:
    return _has(news_id) & (OutboxRow.sent_at > now - DELETABLE + MARGIN)


def _deletion() -> dict[str, Any]:
    alone = NewsCopies.outbox_id.is_(None)
    return {
        "method": case((alone, "deleteMessage"), else_="deleteMessages"),
        "payload": NewsCopies.payload,
        "target_id": case((alone, OutboxRow.id)),
    }


def _insert(session: Session, news_id: int, why: str, where: Any, what: dict[str, Any], now: datetime) -> int:
    count = session.execute(select(func.count()).where(where)).scalar_one()
    if not count:
        return 0
    columns = {
        "chat_id": OutboxRow.chat_id,
        **what,
        "priority": literal(int(Priority.BROADCAST)),
        "purpose": literal(why),
        "ref": literal(news_id),
    }

    def chosen(query: Any) -> Any:
        copies = query.outerjoin(NewsCopies, NewsCopies.outbox_id == OutboxRow.id)
        return copies.outerjoin(Body, Body.id == OutboxRow.body_id).where(where)

    return for_many.enqueue(session, OutboxRow.id, count, why, columns, chosen, now)


def _bodies(session: Session, where: Any) -> list[Body]:
    ids = select(OutboxRow.body_id).where(where).distinct()
    return list(session.scalars(select(Body).where(Body.id.in_(ids))))


def _renew(session: Session, waits: Any, old: Body, made: Message, now: datetime) -> int:
    """Rows that wait with this body get a new one."""
    new = for_many.keep_body(session, old.language, made(old.language), now)
    change = update(OutboxRow).where(waits & (OutboxRow.body_id == old.id)).values(body_id=new)
    session.execute(change.execution_options(synchronize_session=False))
    return new


def _edit(kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    """The parameters of the edit that makes a delivered message say this."""
    if kind == "text":
        return payload
    payload = payload["media"][0] if kind == "album" else payload
    names = ("caption", "caption_entities", "show_caption_above_media", "reply_markup")
    return {name: payload[name] for name in names if name in payload}


def _uncaptioned(payload: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in payload.items() if k not in ("caption", "caption_entities")}
