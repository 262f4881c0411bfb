"""Answers to button presses, and reactions."""

import time

from bot.demo.server.access import readable_chat, writable_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.methods.registry import Call, method
from bot.demo.server.posting import set_reactions
from bot.demo.server.reactions import ALLOWED
from bot.demo.server.world import CALLBACK_SECONDS

MAX_TOAST = 200  # characters (Bot API, answerCallbackQuery)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """End the button's waiting sign, with a toast or an alert if there is text."""
    world, params = call.world, call.params
    pressed = world.callbacks.get(params["callback_query_id"])
    if pressed is None or time.monotonic() - pressed[0] > CALLBACK_SECONDS:
        raise bad_request(TOO_OLD)
    text = params.get("text", "")
    if len(text) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    user_id = pressed[1]
    if world.events.watched:
        world.events.publish("answered", user_id=user_id, callback_query_id=params["callback_query_id"])
        if text:
            alert = bool(params.get("show_alert"))
            world.events.publish("toast", user_id=user_id, text=text, alert=alert)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """The bot's reaction on a message: one of Telegram's list, or none."""
    world, params = call.world, call.params
    chat = writable_chat(world, params["chat_id"])
    if params["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    given: list[Json] = params.get("reaction", [])
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(r["type"] != "emoji" or r["emoji"] not in ALLOWED for r in given):
        raise bad_request("REACTION_INVALID")
    set_reactions(world, chat, params["message_id"], int(world.bot["id"]), given)
    return True


@method("deleteMessageReaction")
def delete_message_reaction(call: Call) -> bool:
    """Remove somebody's reaction from a message in a group."""
    world, params = call.world, call.params
    chat = readable_chat(world, params["chat_id"])
    if params["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    set_reactions(world, chat, params["message_id"], int(params.get("user_id", 0)), [])
    return True
