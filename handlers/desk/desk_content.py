"""What a person sent, as far as passing it on needs to know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any

from telegram import Chat, Location, Message, MessageEntity, Poll

from bot.safety import masking
from bot.texts.render import Html

TEXT, LOCATION, POLL = "text", "location", "poll"
# In this order: an animation has a document too, a venue a location.
MEDIA = (
    "voice",
    "photo",
    "video",
    "animation",
    "audio",
    "document",
    "sticker",
    "video_note",
    "venue",
    LOCATION,
    "contact",
    POLL,
    "dice",
)
CAPTIONED = {"voice", "photo", "video", "animation", "audio", "document"}
# What copyMessage refuses (Bot API), whatever we do.
REFUSED = ("paid_media", "giveaway", "giveaway_winners", "invoice", "game", "story", "checklist")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Content:
    """What a person sent. `text` and `entities` are of the text or caption; `seconds` is how long it lasts.

    `loose`: only the ids are known, so captions stay as they are. `masked`: a number was taken out of the text, so
    the caption of the message itself must not be copied. `live`: the place now, of a location that moves: the
    parameters of sendLocation. `file`: the same whenever the same file is sent; `file_id`: to send it.
    `in_words`: what Telegram does not copy, said again as text (Telegram HTML). `prepared`: no message of staff, but
    this Telegram HTML.
    """

    kind: str
    chat_id: int
    message_ids: tuple[int, ...]
    text: str | None = None
    entities: tuple[MessageEntity, ...] = ()
    album: str | None = None
    seconds: int | None = None
    loose: bool = False
    masked: bool = False
    file: str | None = None
    file_id: str | None = None
    live: dict[str, Any] | None = None
    in_words: Html | None = None
    prepared: str | None = None

    @property
    def html(self) -> str | None:
        """The text or caption as Telegram HTML."""
        if self.prepared is not None:
            return self.prepared
        return None if self.text is None else to_html(self.text, self.entities)


def content(message: Message) -> Content | None:
    """What is in the message; None when Telegram does not let it be copied."""
    if any(getattr(message, name, None) for name in REFUSED):
        return None
    kind = next((name for name in MEDIA if getattr(message, name)), OTHER)
    length = getattr(message, kind).to_dict().get("duration") if kind in ("voice", "video_note") else None
    text, entities, found = message.caption, message.caption_entities, _file(message, kind)
    if message.text is not None:
        kind, text, entities = TEXT, message.text, message.entities
    return Content(
        kind,
        message.chat_id,
        (message.message_id,),
        text,
        tuple(entities or ()),
        message.media_group_id,
        length,
        masked=masking.MARK in message.api_kwargs,
        file=found.get("file_unique_id"),
        file_id=found.get("file_id"),
        live=_live(message.location) if kind == LOCATION else None,
        in_words=_quiz(message.poll) if message.poll is not None else None,
    )


def plain(html: str) -> str:
    """The text of Telegram HTML, without its formatting."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def to_html(text: str, entities: Sequence[MessageEntity]) -> Html:
    """A text with its entities as Telegram HTML. PTB writes HTML of messages only, so the text is put in one."""
    shell = Message(0, datetime.fromtimestamp(0, UTC), Chat(0, "private"), text=text, entities=entities)
    return Html(shell.text_html)


def _file(message: Message, kind: str) -> dict[str, Any]:
    """The file in it as Telegram describes it; of a photo the largest size."""
    if kind not in CAPTIONED:
        return {}
    found = message.photo[-1] if kind == "photo" else getattr(message, kind)
    return dict(found.to_dict())


def _live(place: Location | None) -> dict[str, Any] | None:
    fields = place.to_dict() if place is not None else {}
    return {k: v for k, v in fields.items() if k != "horizontal_accuracy"} if "live_period" in fields else None


def _quiz(poll: Poll) -> Html | None:
    """A quiz may only be copied by who knows the right answer (Bot API, copyMessage)."""
    if poll.type != Poll.QUIZ or poll.correct_option_ids:
        return None
    question = to_html(poll.question, poll.question_entities)
    options = [f"{n}. {to_html(o.text, o.text_entities)}" for n, o in enumerate(poll.options, 1)]
    return Html("\n".join([f"<b>{question}</b>", *options]))
