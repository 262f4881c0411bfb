"""Live locations: a place that moves."""

from bot.demo.server.errors import Json, bad_request
from bot.demo.server.methods.edits import change, target
from bot.demo.server.methods.registry import Call, method

LIVE = ("location", "reply_markup")


@method("editMessageLiveLocation")
def edit_message_live_location(call: Call) -> Json:
    """The place now."""
    chat, message = target(call)
    _check_live(message)
    point = {k: call.params[k] for k in ("latitude", "longitude", "heading") if k in call.params}
    return change(call, chat, message, LIVE, {"location": message["location"] | point})


@method("stopMessageLiveLocation")
def stop_message_live_location(call: Call) -> Json:
    """It stays where it was last."""
    chat, message = target(call)
    _check_live(message)
    still = {k: v for k, v in message["location"].items() if k != "live_period"}
    return change(call, chat, message, LIVE, {"location": still})


def _check_live(message: Json) -> None:
    if "live_period" not in message.get("location", {}):
        raise bad_request("message can't be edited")
