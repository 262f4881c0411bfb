"""The table of methods and what each gets."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.demo.server.access import find_chat, sendable_thread, writable_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.keyboards import inline_keyboard
from bot.demo.server.model import Chat
from bot.demo.server.posting import post_as_bot
from bot.demo.server.webhook import Webhook
from bot.demo.server.world import World


@dataclass(slots=True, frozen=True)
class Upload:
    """One file of a multipart body."""

    name: str
    mime_type: str
    data: bytes


@dataclass(slots=True)
class Call:
    """One request: checked parameters and uploaded files by field name."""

    world: World
    webhook: Webhook
    method: str
    params: Json
    uploads: dict[str, Upload] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class Raw:
    """A complete answer, already JSON."""

    body: bytes


Method = Callable[[Call], Any]
METHODS: dict[str, Callable[[Call], Any | Awaitable[Any]]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as that method of the Bot API; it returns the `result`."""

    def register(function: Method) -> Method:
        METHODS[name] = function
        return function

    return register


def send(call: Call, content: Json) -> Json:
    """Send one new message with that content: checks chat, thread, reply, keyboard and limits."""
    return send_all(call, [content])[0]


def send_all(call: Call, contents: list[Json]) -> list[Json]:
    """Send several messages at once (an album), all to the same place."""
    world, params = call.world, call.params
    chat = writable_chat(world, params["chat_id"])
    thread_id = sendable_thread(world, chat, params.get("message_thread_id"))
    reply_to, quote = reply_target(world, chat, params)
    extra = {**quote, **inline_keyboard(params.get("reply_markup"))}
    if params.get("protect_content"):
        extra["has_protected_content"] = True
    world.flood.spend(chat.id, time.monotonic(), len(contents))
    return [
        post_as_bot(world, call.method, chat, {**c, **extra}, thread_id=thread_id, reply_to=reply_to) for c in contents
    ]


def reply_target(world: World, chat: Chat, params: Json) -> tuple[int | None, Json]:
    """The message replied to, and the `quote` field; raises "message to be replied not found"."""
    reply = params.get("reply_parameters")
    if not reply:
        return None, {}
    if "chat_id" in reply and find_chat(world, reply["chat_id"]) is not chat:
        raise bad_request("replies to another chat are not supported by this local server")
    target = chat.messages.get(reply["message_id"])
    if target is None:
        if reply.get("allow_sending_without_reply"):
            return None, {}
        raise bad_request("message to be replied not found")
    quote = reply.get("quote")
    if not quote:
        return target["message_id"], {}
    text = target.get("text") or target.get("caption") or ""
    if quote not in text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return target["message_id"], {"quote": {"text": quote, "position": text.index(quote), "is_manual": True}}
