"""The picture and the voice of an answer: sent with it, and never in its way."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

import faq
from bot.telegram.outcomes import Outcome, Result
from bot.texts import Texts, parts, texts
from bot.texts.render import Html
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.outbox import Draft
from storage.people import Member
from storage.sending import Outgoing

log = logging.getLogger(__name__)

# Purposes of outbox rows: an answer's picture, with or without its words, and its voice.
PICTURE, VOICE = "answer-picture", "answer-voice"
# Telegram refused it: a dead letter. Who blocked the bot needs no words instead.
REFUSED = "dead"


@dataclass(frozen=True)
class Listen(Press, prefix="hear"):
    """[ Luister ]: hear this entry's answer."""

    entry: str


def register(front: Front) -> None:
    """Its button."""
    front.press(Listen, listen)


def say(turn: Turn, entry: faq.Entry, html: Html, rows: Rows | None, **params: Any) -> None:
    """Say an answer: below its picture when it fits there, else after it. `params`: of Turn.say_html."""
    if entry.picture is None:
        turn.say_html(html, rows, **params)
    elif parts.length(html) <= parts.CAPTION:
        caption = {"photo": entry.picture, "caption": str(html), "parse_mode": "HTML"}
        turn.say_media("sendPhoto", caption, rows, PICTURE)
    else:
        show(turn, entry)
        turn.say_html(html, rows, **params)


def show(turn: Turn, entry: faq.Entry) -> None:
    """Only the picture of an answer, if it has one: a message of words cannot become one with a picture."""
    if entry.picture is not None:
        turn.say_media("sendPhoto", {"photo": entry.picture}, None, PICTURE)


def listen_rows(t: Texts, entry: faq.Entry) -> Rows:
    """[ Luister ] where someone recorded the answer, for those who hear the recording's language."""
    if entry.voice is None or t.language != entry.language:
        return []
    return [[Button(t.plain("listen-button"), Listen(entry.id))]]


def listen(turn: Turn, press: Listen) -> None:
    """The answer, spoken."""
    entry = turn.services.knowledge.entry(press.entry)
    if entry is None or entry.voice is None:
        return turn.toast("button-outdated")
    turn.say_media("sendVoice", {"voice": entry.voice}, None, VOICE)


def outcomes() -> Mapping[str, Outcome]:
    """Who hears how a picture or a voice ended."""
    return {PICTURE: _picture_ended, VOICE: _voice_ended}


def _picture_ended(session: Session, row: Outgoing, result: Result) -> None:
    """Telegram would not take the picture: the words go alone."""
    if result.kind != REFUSED:
        return
    log.warning("the picture %s of an answer is refused: %s", row.params.get("photo"), result.error)
    if "caption" in row.params:
        payload = text_payload(Html(row.params["caption"]))
        kept = {k: row.params[k] for k in ("reply_markup", "message_thread_id") if k in row.params}
        if "parse_mode" not in row.params:  # it was refused as HTML before, and made plain
            del payload["parse_mode"]
        outbox.enqueue(session, Draft(row.chat_id, "sendMessage", payload | kept))


def _voice_ended(session: Session, row: Outgoing, result: Result) -> None:
    """Telegram would not take the recording: the words are above it."""
    if result.kind != REFUSED:
        return
    log.warning("the voice %s of an answer is refused: %s", row.params.get("voice"), result.error)
    member = session.get(Member, row.chat_id)
    if member is not None:
        text = texts(member.language)("listen-broken")
        outbox.enqueue(session, Draft(row.chat_id, "sendMessage", text_payload(text)))
