"""Reading the parameters of a request: query, JSON, form or multipart."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, web

from bot.demo.server.errors import ApiError, bad_request
from bot.demo.server.files import MAX_UPLOAD
from bot.demo.server.methods.registry import Upload

MAX_BODY = MAX_UPLOAD + 1024 * 1024  # bytes

Fields = dict[str, Any]


async def read_request(request: web.BaseRequest, *, many: bool = False) -> tuple[Fields, dict[str, Upload]]:
    """Raw parameters and uploaded files; raises `ApiError` for a body that cannot be read.

    Files go by their field's name; with `many` by name and number, so that one field can hold several.
    """
    fields: Fields = dict(parse_qsl(request.query_string, True)) if request.query_string else {}
    uploads: dict[str, Upload] = {}
    if request.can_read_body:
        try:
            await _read_body(request, fields, uploads, many)
        except web.HTTPRequestEntityTooLarge:
            raise ApiError(413, "Request Entity Too Large") from None
        except UnicodeDecodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    return fields, uploads


async def _read_body(request: web.BaseRequest, fields: Fields, uploads: dict[str, Upload], many: bool) -> None:
    content_type = request.headers.get("Content-Type", "")
    if content_type.startswith("application/json"):
        fields.update(_json(await request.read()))
    elif content_type.startswith("multipart/form-data"):
        await _multipart(request, fields, uploads, many)
    else:
        fields.update(parse_qsl((await request.read()).decode(), True))


def _json(body: bytes) -> Fields:
    try:
        data = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError:
        raise bad_request("can't parse JSON object in the request body") from None
    if not isinstance(data, dict):
        raise bad_request("JSON object expected in the request body")
    return data


async def _multipart(request: web.BaseRequest, fields: Fields, uploads: dict[str, Upload], many: bool) -> None:
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        data = bytes(await part.read())
        size += len(data)
        if size > MAX_BODY:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            fields[part.name] = data.decode()
        else:
            mime_type = part.headers.get("Content-Type", "")
            name = f"{part.name}#{len(uploads)}" if many else part.name
            uploads[name] = Upload(part.filename, mime_type, data)
