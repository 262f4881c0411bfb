"""From the text parameters of a request to the text and entities of a message."""

import re
from functools import lru_cache

from bot.demo.server.entities import parse_html, utf16_length
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.markdown import parse_markdown, parse_markdown_v2

MAX_TEXT = 4096  # characters after entity parsing (Bot API, sendMessage)
MAX_CAPTION = 1024  # characters after entity parsing (Bot API, sendPhoto)

PARSERS = {"html": parse_html, "markdown": parse_markdown, "markdownv2": parse_markdown_v2}
FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'’”]"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|be|de|io|info|app|me)(?![\w-])(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]'])?)"
    r"|(?P<bot_command>(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{3,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#(?=\d*[^\W\d])\w{1,256})",
    re.IGNORECASE,
)
HINT = re.compile(r"[/@#]|\w\.\w")
VERBATIM = {"code", "pre", "text_link", "text_mention"}


def formatted(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """Trimmed text and all its entities, those that Telegram finds itself (links, commands) too.

    The lists are shared between messages with the same text: never change them.
    """
    if entities and not parse_mode:
        return _finish(text, entities)
    return _parsed(text, parse_mode or "")


@lru_cache(maxsize=4096)
def _parsed(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    if not parse_mode:
        return _finish(text, [])
    parser = PARSERS.get(parse_mode.lower())
    if parser is None:
        raise bad_request("unsupported parse_mode")
    return _finish(*parser(text))


def _finish(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    text, entities = _trimmed(text.replace("\r", ""), entities)
    if HINT.search(text):
        entities = entities + _automatic(text, entities)
    entities.sort(key=lambda e: (e["offset"], -e["length"]))
    return text, entities


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    left = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    length = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - left)
        end = min(length, entity["offset"] - left + entity["length"])
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept


def _automatic(text: str, entities: list[Json]) -> list[Json]:
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in VERBATIM]
    found = []
    for match in FOUND.finditer(text):
        start = utf16_length(text[: match.start()])
        end = start + utf16_length(match[0])
        if not any(start < b and a < end for a, b in taken):
            found.append({"offset": start, "length": end - start, "type": match.lastgroup})
    return found


def message_text(params: Json) -> tuple[str, list[Json]]:
    """`text` of a request; raises `ApiError` when it is empty or longer than `MAX_TEXT`."""
    text, entities = formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return text, entities


def caption_fields(params: Json) -> Json:
    """`caption` and `caption_entities` of a message; raises `ApiError` when longer than `MAX_CAPTION`."""
    text, entities = formatted(params.get("caption") or "", params.get("parse_mode"), params.get("caption_entities"))
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    fields: Json = {"caption": text} if text else {}
    if entities:
        fields["caption_entities"] = entities
    return fields
