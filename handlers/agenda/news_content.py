"""What a message of staff says, as news: kept so that it can be sent whatever becomes of that message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from telegram import Message, MessageEntity, Poll

from bot.agenda import albums
from bot.agenda.news import Content
from bot.texts import Texts
from handlers.agenda.event_messages import stop_button
from handlers.presses import keyboard

# The Bot API's limits, in UTF-16 units: sendMessage, and captions.
LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
ALBUM, TEXT, POLL = "album", "text", "poll"
# In this order: an animation has a document too. Each with the method that sends it.
CAPTIONED = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "audio": "sendAudio",
    "document": "sendDocument",
    "voice": "sendVoice",
}
BARE = {"sticker": "sendSticker", "video_note": "sendVideoNote"}
PLACES = {"venue": "sendVenue", "location": "sendLocation"}


@dataclass
class Unsendable(Exception):
    """It cannot be news. `text`: the id of the text that says why, with these values."""

    text: str
    values: dict[str, int]


def content(session: Session, message: Message) -> Content:
    """What the message says; of an album, all its parts. Raises Unsendable."""
    if message.text is not None:
        return _text(message)
    if message.poll is not None:
        return _poll(message.poll)
    if message.media_group_id:
        parts = albums.parts(session, message.chat_id, message.media_group_id)
        if len(parts) > 1:
            return Content(ALBUM, "sendMediaGroup", {"media": parts})
    for kind, method in CAPTIONED.items():
        if getattr(message, kind):
            return Content(kind, method, {kind: _file(message, kind), **_caption(message)})
    for kind, method in BARE.items():
        if getattr(message, kind):
            return Content(kind, method, {kind: _file(message, kind)})
    return _place(message)


def part(message: Message) -> dict[str, Any] | None:
    """The message as a part of an album (an InputMedia); None when it is none. Raises Unsendable."""
    kind = next((kind for kind in CAPTIONED if getattr(message, kind)), None)
    if kind is None or not message.media_group_id:
        return None
    return {"type": kind, "media": _file(message, kind), **_caption(message)}


def payload(what: Content, t: Texts) -> dict[str, Any]:
    """What a member gets, in the language of `t`: with a button to stop; an album, which has none, says how."""
    if what.kind != ALBUM:
        return what.payload | {"reply_markup": keyboard([[stop_button(t)]])}
    first, *others = what.payload["media"]
    caption = "\n\n".join(p for p in (first.get("caption", ""), t.plain("news-album-stop")) if p)
    if units(caption) > LONGEST_CAPTION:
        return what.payload
    return {"media": [first | {"caption": caption}, *others]}


def units(text: str) -> int:
    """How long Telegram finds a text: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _text(message: Message) -> Content:
    text = message.text or ""
    if units(text) > LONGEST_TEXT:
        raise Unsendable("news-too-long", {"length": units(text), "most": LONGEST_TEXT})
    made: dict[str, Any] = {"text": text, **_entities("entities", message.entities)}
    if message.link_preview_options is not None:
        made["link_preview_options"] = message.link_preview_options.to_dict()
    return Content(TEXT, "sendMessage", made)


def _caption(message: Message) -> dict[str, Any]:
    caption = message.caption
    if caption is None:
        return {}
    if units(caption) > LONGEST_CAPTION:
        raise Unsendable("news-caption-too-long", {"length": units(caption), "most": LONGEST_CAPTION})
    made: dict[str, Any] = {"caption": caption, **_entities("caption_entities", message.caption_entities)}
    if message.show_caption_above_media:
        made["show_caption_above_media"] = True
    return made


def _entities(name: str, found: Sequence[MessageEntity] | None) -> dict[str, Any]:
    return {name: [entity.to_dict() for entity in found]} if found else {}


def _file(message: Message, kind: str) -> str:
    found = getattr(message, kind)
    return str((found[-1] if kind == "photo" else found).file_id)


def _poll(poll: Poll) -> Content:
    """A quiz may only be sent by who knows the right answer; a bot is not told."""
    if poll.type == Poll.QUIZ:
        raise Unsendable("news-quiz", {})
    made: dict[str, Any] = {
        "question": poll.question,
        "options": [{"text": o.text, **_entities("text_entities", o.text_entities)} for o in poll.options],
        "is_anonymous": True,  # members need not see who voted what
        "allows_multiple_answers": bool(poll.allows_multiple_answers),
        **_entities("question_entities", poll.question_entities),
    }
    return Content(POLL, "sendPoll", made)


def _place(message: Message) -> Content:
    if message.contact is not None:
        fields = ("phone_number", "first_name", "last_name", "vcard")
        known = message.contact.to_dict()
        return Content("contact", "sendContact", {k: known[k] for k in fields if k in known})
    if message.location is None or message.location.live_period:
        raise Unsendable("news-unsendable", {})
    point = {"latitude": message.location.latitude, "longitude": message.location.longitude}
    if message.venue is None:
        return Content("location", PLACES["location"], point)
    named = {"title": message.venue.title, "address": message.venue.address}
    return Content("venue", PLACES["venue"], point | named)
