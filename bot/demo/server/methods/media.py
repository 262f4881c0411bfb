"""Sending files: photos, voice, documents, albums, stickers; getting them back."""

import re

from bot.demo.server.errors import ApiError, Json, bad_request
from bot.demo.server.files import MAX_DOWNLOAD, MAX_PHOTO, MAX_UPLOAD, StoredFile
from bot.demo.server.formatting import caption_fields
from bot.demo.server.methods.registry import Call, Upload, method, send, send_all

ALBUM = range(2, 11)  # items in a media group (Bot API, sendMediaGroup)
MIXABLE = {"photo", "video"}  # audio and documents go only with their own kind
ATTRIBUTES = {
    "voice": ("duration",),
    "audio": ("duration", "performer", "title"),
    "video": ("duration", "width", "height"),
    "animation": ("duration", "width", "height"),
    "video_note": ("duration", "length"),
    "sticker": ("emoji",),
}
# Fields that the objects must have, for when nobody tells them.
DEFAULTS: dict[str, Json] = {
    "voice": {"duration": 0},
    "audio": {"duration": 0},
    "video": {"duration": 0, "width": 640, "height": 360},
    "animation": {"duration": 0, "width": 640, "height": 360},
    "video_note": {"duration": 0, "length": 240},
    "sticker": {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "🙂",
    },
}
DEFAULT_TYPES = {"voice": "audio/ogg", "photo": "image/jpeg", "video": "video/mp4", "audio": "audio/mpeg"}


def file_object(stored: StoredFile) -> Json | list[Json]:
    """The object in the message for a stored file: PhotoSize[] for a photo, else Voice, Document, ..."""
    if stored.kind == "photo":
        return photo_sizes(stored)
    result = stored.ids() | DEFAULTS.get(stored.kind, {}) | stored.attributes
    if stored.kind not in ("sticker", "video_note"):
        result["mime_type"] = stored.mime_type
        if stored.kind != "voice" and stored.name:
            result["file_name"] = stored.name
    return result


def attributes_of(kind: str, fields: Json) -> Json:
    """What a request or a person tells about a file of that kind."""
    names = ATTRIBUTES.get(kind, ())
    return {name: fields[name] for name in names if fields.get(name) is not None}


def photo_sizes(stored: StoredFile) -> list[Json]:
    """Two sizes, the small one first, as bots must expect; both give the same bytes."""
    width, height = stored.width or 800, stored.height or 600
    scale = min(1.0, 90 / max(width, height))
    small = {"width": max(1, int(width * scale)), "height": max(1, int(height * scale))}
    large = stored.ids() | {"width": width, "height": height}
    return [large | small | {"file_unique_id": f"{stored.unique_id}s"}, large] if scale < 1 else [large]


def take_file(call: Call, value: str, kind: str, fields: Json) -> StoredFile:
    """The file meant by a parameter: an upload, a file_id, or (refused) a URL."""
    upload = call.uploads.get(value.removeprefix("attach://")) if value.startswith("attach://") else None
    if upload is not None:
        stored = _keep_upload(call, upload, kind)
        stored.attributes = attributes_of(kind, fields)
        return stored
    if value.startswith("attach://"):
        raise bad_request(f"wrong file identifier/HTTP URL specified: no file named {value} in the request")
    if re.match(r"https?://", value):
        raise bad_request("failed to get HTTP URL content")
    known = call.world.files.by_id.get(value)
    if known is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if known.kind != kind:
        names = f"{known.kind.capitalize()} as {kind.capitalize()}"
        raise bad_request(f"can't use file of type {names}")
    return known


def _keep_upload(call: Call, upload: Upload, kind: str) -> StoredFile:
    size = len(upload.data)
    if not size:
        raise bad_request("file must be non-empty")
    if size > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo" and size > MAX_PHOTO:
        words = f"file of size {size} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
        raise bad_request(words)
    mime_type = upload.mime_type
    if mime_type in ("", "application/octet-stream"):
        mime_type = DEFAULT_TYPES.get(kind, "")
    return call.world.files.add(kind, upload.data, upload.name, mime_type)


def media_content(call: Call, kind: str, value: str, fields: Json) -> Json:
    """The fields of a message with one file and its caption."""
    caption = caption_fields(fields) if kind != "sticker" else {}
    stored = take_file(call, value, kind, fields)
    content: Json = {kind: file_object(stored)}
    if kind == "animation":
        content["document"] = stored.ids() | {"mime_type": stored.mime_type}  # as Telegram does
    if fields.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content | caption


def _sender(kind: str, name: str) -> None:
    def send_media(call: Call) -> Json:
        return send(call, media_content(call, kind, call.params[kind], call.params))

    send_media.__doc__ = f"A message with one {kind}."
    method(name)(send_media)


for _kind in ("photo", "voice", "audio", "video", "document", "animation", "sticker", "video_note"):
    _sender(_kind, "send" + "".join(part.capitalize() for part in _kind.split("_")))


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    """An album of 2 to 10 files."""
    items = call.params["media"]
    if len(items) not in ALBUM:
        raise bad_request("wrong number of media in the group: 2-10 expected")
    kinds = {item["type"] for item in items}
    if not kinds <= MIXABLE and len(kinds) > 1:
        raise bad_request("can't combine documents or audio with other media types in an album")
    contents = [media_content(call, item["type"], item["media"], item) for item in items]
    group = {"media_group_id": call.world.next_serial()}
    return send_all(call, [content | group for content in contents])


@method("getFile")
def get_file(call: Call) -> Json:
    """Where to download a file, up to 20 MB."""
    stored = call.world.files.by_id.get(call.params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.ids() | {"file_path": stored.path}
