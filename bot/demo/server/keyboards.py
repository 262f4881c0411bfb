"""Keyboards under messages: what Telegram refuses in them."""

from bot.demo.server.entities import checked_url
from bot.demo.server.errors import ApiError, Json, bad_request

MAX_CALLBACK_DATA = 64  # bytes of UTF-8 (Bot API, InlineKeyboardButton)
MAX_BUTTONS = 100  # in one keyboard; more gives "reply markup is too long"
ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}


def inline_keyboard(markup: Json | None) -> Json:
    """`{"reply_markup": ...}` for the message, or {} when there is none to show under it.

    Reply keyboards and ForceReply are checked but, as in Telegram, not a part of the sent message.
    """
    if not markup:
        return {}
    if "inline_keyboard" in markup:
        rows = markup["inline_keyboard"]
        _check_size(rows)
        for row in rows:
            for button in row:
                check_button(button)
        kept = [row for row in rows if row]
        return {"reply_markup": {"inline_keyboard": kept}} if kept else {}
    if "keyboard" in markup:
        _check_size(markup["keyboard"])
        if not any(markup["keyboard"]):
            raise bad_request("reply keyboard must not be empty")
    return {}


def _check_size(rows: list[list[Json]]) -> None:
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")


def check_button(button: Json) -> None:
    """Raises Telegram's error for a button without text, without exactly one action, or with bad data."""
    if not button["text"].strip():
        raise _button("Button text must be non-empty")
    given = [name for name in button if name in ACTIONS]
    if not given:
        raise _button("Text buttons are unallowed in the inline keyboard")
    if len(given) > 1:
        raise _button(f"Exactly one action must be used, found {', '.join(given)}")
    if given[0] == "callback_data" and not 1 <= len(button["callback_data"].encode()) <= MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if given[0] == "url" and not checked_url(button["url"]):
        url = button["url"]
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _button(words: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {words}")
