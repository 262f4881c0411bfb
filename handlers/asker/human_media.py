"""What the bot cannot read: voice, photos, files, albums, stickers (conversation 6).

What waits for a yes is kept with the person: one question for all of it, also when it came in parts.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.desk import messages, tickets
from bot.desk.tickets import TicketView
from handlers.asker.asker import open_ticket, open_with, person_button, write
from handlers.asker.blocked import unless_blocked
from handlers.desk import desk_notes
from handlers.desk.desk_content import OTHER, Content
from handlers.desk.desk_passing import MOST_TOGETHER
from handlers.desk.desk_presses import NoMedia, PassMedia
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn

# What is sent this soon after the question belongs to it; later it gets a question of its own.
TOGETHER = timedelta(hours=1)


def register(front: Front) -> None:
    """The buttons. Messages come by handlers.asker.human."""
    front.press(PassMedia, unless_blocked(pass_media))
    front.press(NoMedia, no_media)


def offer(turn: Turn, what: Content) -> None:
    """Shall a person look? Asked once for an album, and anew, below, when more is sent before the answer."""
    pending = _pending(turn)
    if pending is not None and what.album is not None and pending["album"] == what.album:
        ids = [*pending["ids"], *what.message_ids][:MOST_TOGETHER]
        return _keep(turn, {**pending, "ids": ids, "masked": pending["masked"] or what.masked})
    more = pending is not None and turn.now - datetime.fromisoformat(pending["at"]) < TOGETHER
    if pending is None or not more:
        pending = {"ids": [], "kind": what.kind, "text": None, "seconds": what.seconds, "masked": False}
        pending["live"] = what.live
    else:
        turn.send(turn.chat.id, "deleteMessage", {}, target_id=pending["row"])
    ids = [*pending["ids"], *what.message_ids][:MOST_TOGETHER]
    kind = what.kind if pending["kind"] == what.kind else OTHER
    yes = Button(turn.t.plain("desk-media-yes-button"), PassMedia(ids[0], kind))
    no = Button(turn.t.plain("desk-media-no-button"), NoMedia())
    name = "desk-media-offer-more" if more else "desk-media-offer"
    row = turn.say(name, [[yes, no]], **({} if more else {"kind": what.kind}))
    text = pending["text"] or what.text
    fresh = {"ids": ids, "kind": kind, "text": text, "album": what.album, "row": row, "at": turn.now.isoformat()}
    fresh["live"] = pending["live"] if len(ids) == 1 else None  # a pile is copied as it is
    _keep(turn, {**pending, **fresh, "masked": pending["masked"] or what.masked})


def pass_media(turn: Turn, press: PassMedia) -> None:
    """[ Ja, geef door ]: with the open ticket if there is one by now, else as a new one; never twice."""
    passed = messages.by_origin(turn.session, turn.chat.id, press.first)
    if passed:
        return desk_notes.show_change(turn, tickets.get(turn.session, passed[0].ticket_id))
    pending = _pending(turn)
    if pending is None or pending["ids"][0] != press.first:
        # What was taken out of its caption is forgotten, so no caption goes along.
        pending = {
            "ids": [press.first],
            "kind": press.kind,
            "text": None,
            "seconds": None,
            "masked": True,
            "live": None,
        }
    else:
        _keep(turn, None)
    what = Content(
        pending["kind"],
        turn.chat.id,
        tuple(pending["ids"]),
        pending["text"],
        seconds=pending["seconds"],
        loose=True,
        masked=pending["masked"],
        live=pending.get("live"),
    )
    ticket = open_ticket(turn)
    if ticket is None:
        return desk_notes.show(turn, open_with(turn, pending["text"] or "", what))
    _go_along(turn, ticket, what)


def no_media(turn: Turn, _press: NoMedia) -> None:
    """[ Nee ]"""
    _keep(turn, None)
    turn.replace("desk-media-no", [[person_button(turn.t)]])


def _go_along(turn: Turn, ticket: TicketView, what: Content) -> None:
    write(turn, ticket, what, sound=True)
    turn.replace("desk-goes-along", by=turn.services.signed(ticket.claimed_name))


def _pending(turn: Turn) -> dict[str, Any] | None:
    found: dict[str, Any] | None = turn.recall("media")
    return found


def _keep(turn: Turn, pending: dict[str, Any] | None) -> None:
    turn.remember(media=pending)
