"""What a person sends that is not text: photos, voice, files, stickers."""

import mimetypes

from bot.demo.server.control.people import say
from bot.demo.server.control.registry import Control, File, action, text
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.formatting import MAX_CAPTION, formatted
from bot.demo.server.methods.media import DEFAULT_TYPES, attributes_of, file_object

KINDS = {"photo", "voice", "document", "video", "audio", "animation"}


@action("media")
def media(control: Control, params: Json) -> list[Json]:
    """One file, or several as an album; a caption goes with the first.

    `size` (tests) tells the bot another size in bytes than the file has.
    """
    kind = text(params, "kind")
    if kind not in KINDS:
        raise ControlError(f"Dit soort bestand bestaat niet: {kind}.")
    if not control.files:
        raise ControlError("Er is geen bestand gekozen.")
    album = {"media_group_id": control.world.next_serial()} if len(control.files) > 1 else {}
    contents = [_content(control, kind, file, params) | album for file in control.files]
    contents[0] |= _caption(params)
    return [say(control.world, params, content) for content in contents]


def _content(control: Control, kind: str, file: File, params: Json) -> Json:
    mime_type = file.mime_type.split(";")[0]
    if not mime_type or mime_type == "application/octet-stream":
        mime_type = mimetypes.guess_type(file.name)[0] or DEFAULT_TYPES.get(kind, "")
    size = int(params["size"]) if params.get("size") else None
    stored = control.world.files.add(kind, file.data, file.name, mime_type, size)
    duration = round(float(params.get("duration") or 0))
    stored.attributes = attributes_of(kind, {"duration": duration})
    as_document = {"document": stored.ids() | {"mime_type": mime_type}} if kind == "animation" else {}
    return {kind: file_object(stored), **as_document}


def _caption(params: Json) -> Json:
    words, entities = formatted(str(params.get("caption") or ""), params.get("parse_mode"), None)
    if len(words) > MAX_CAPTION:
        raise ControlError(f"Een bijschrift mag {MAX_CAPTION} tekens lang zijn.")
    fields: Json = {"caption": words} if words else {}
    return fields | ({"caption_entities": entities} if entities else {})


@action("sticker")
def sticker(control: Control, params: Json) -> Json:
    """A sticker that stands for an emoji."""
    emoji = text(params, "emoji")
    stored = control.world.files.add("sticker", emoji.encode(), "sticker.webp", "image/webp")
    stored.attributes = {"emoji": emoji}
    return say(control.world, params, {"sticker": file_object(stored)})
