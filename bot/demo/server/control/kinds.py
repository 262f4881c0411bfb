"""The rarer things that a person sends: round videos, venues, dice, quizzes, a place that moves."""

from bot.demo.server.control.people import say
from bot.demo.server.control.registry import Control, action, message_of, optional_integer, seat_of, text
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.methods.media import DEFAULT_TYPES, attributes_of, file_object
from bot.demo.server.methods.messages import poll
from bot.demo.server.posting import deliver, replace


@action("video_note")
def video_note(control: Control, params: Json) -> Json:
    """A round video."""
    stored = control.world.files.add("video_note", control.files[0].data, "note.mp4", "video/mp4")
    stored.attributes = attributes_of("video_note", {"duration": optional_integer(params, "duration") or 1})
    return say(control.world, params, {"video_note": file_object(stored)})


@action("venue")
def venue(control: Control, params: Json) -> Json:
    """A place with a name and an address."""
    point = _point(params)
    named = {"location": point, "title": text(params, "title"), "address": text(params, "address")}
    return say(control.world, params, {"location": point, "venue": named})


@action("dice")
def dice(control: Control, params: Json) -> Json:
    """A die that always shows a four."""
    return say(control.world, params, {"dice": {"emoji": text(params, "emoji"), "value": 4}})


@action("quiz")
def quiz(control: Control, params: Json) -> Json:
    """A poll with a right answer, which a bot is not told."""
    options = [str(option) for option in params["options"]]
    content = poll(control.world.next_serial(), text(params, "question"), options, {"type": "quiz"})
    return say(control.world, params, {"poll": content})


@action("paid_media")
def paid_media(control: Control, params: Json) -> Json:
    """A picture that must be paid for: nobody may copy it."""
    preview = {"type": "preview", "width": 800, "height": 600}
    return say(control.world, params, {"paid_media": {"star_count": 1, "paid_media": [preview]}})


@action("replace")
def replace_media(control: Control, params: Json) -> Json:
    """Another file in an own message."""
    world = control.world
    person, chat = seat_of(world, params)
    old = message_of(chat, params)
    kind = text(params, "kind")
    if old["from"]["id"] != person.id:
        raise ControlError("Je kunt alleen je eigen bericht veranderen.")
    file = control.files[0]
    stored = world.files.add(kind, file.data, file.name, DEFAULT_TYPES.get(kind, "application/pdf"))
    kept = {k: v for k, v in old.items() if k not in ("photo", "video", "document", "audio", "animation")}
    message = replace(world, chat, kept | {kind: file_object(stored)})
    deliver(world, chat, message, "edited_message")
    return message


@action("live_location")
def live_location(control: Control, params: Json) -> Json:
    """Where the person is, for so many seconds."""
    period = optional_integer(params, "live_period") or 900
    return say(control.world, params, {"location": _point(params) | {"live_period": period}})


@action("move")
def move(control: Control, params: Json) -> Json:
    """The place of a live location now; without a place it is not shared any more."""
    world = control.world
    person, chat = seat_of(world, params)
    old = message_of(chat, params)
    if old["from"]["id"] != person.id or "live_period" not in old.get("location", {}):
        raise ControlError("Dit is geen plek die je nog deelt.")
    if params.get("latitude") is None:
        place = {k: v for k, v in old["location"].items() if k != "live_period"}
    else:
        place = old["location"] | _point(params)
    message = replace(world, chat, old | {"location": place})
    deliver(world, chat, message, "edited_message")
    return message


def _point(params: Json) -> Json:
    try:
        return {name: float(params[name]) for name in ("latitude", "longitude")}
    except (KeyError, TypeError, ValueError):
        raise ControlError("De plek moet twee getallen hebben: latitude en longitude.") from None
