"""What a person does with messages: send, press, edit, delete, react, block."""

from bot.demo.server.control.registry import (
    Control,
    action,
    message_of,
    optional_integer,
    person_of,
    place_of,
    seat_of,
    text,
)
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.formatting import MAX_CAPTION, MAX_TEXT, formatted
from bot.demo.server.methods.messages import poll
from bot.demo.server.model import Chat, Member, Person
from bot.demo.server.posting import deliver, post, remove, replace, set_reactions
from bot.demo.server.reactions import ALLOWED
from bot.demo.server.world import World


def say(world: World, params: Json, content: Json) -> Json:
    """A message of a person with that content; the bot gets it if it may see it. `quote`: a part of `reply_to`."""
    person, chat, thread_id = place_of(world, params)
    reply_to = optional_integer(params, "reply_to")
    if reply_to is not None and reply_to not in chat.messages:
        raise ControlError("Het bericht waarop je antwoordt, bestaat niet meer.")
    if chat.is_private and not person.started:
        person.started = True
        publish_user(world, person)
    if params.get("quote"):
        content = content | {"quote": {"text": params["quote"], "position": 0, "is_manual": True}}
    message = post(world, chat, person.user, content, thread_id=thread_id, reply_to=reply_to)
    if chat.is_private or world.bot_hears(chat) or _concerns_bot(world, message):
        deliver(world, chat, message)
    return message


def _concerns_bot(world: World, message: Json) -> bool:
    """In privacy mode a bot gets commands, mentions of it and replies to it only."""
    if message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot["id"]:
        return True
    words = message.get("text") or message.get("caption") or ""
    return words.startswith("/") or f"@{world.bot['username']}".lower() in words.lower()


def publish_user(world: World, person: Person) -> None:
    """Tell the page that something about a person changed."""
    world.dirty = True
    world.events.publish("user", user=user_json(person))


def user_json(person: Person) -> Json:
    """The User with what the page wants to know."""
    return {
        **person.user,
        "_role": person.role,
        "_started": person.started,
        "_blocked": person.blocked,
    }


def _text_fields(value: str, parse_mode: str | None = None) -> Json:
    words, entities = formatted(value, parse_mode, None)
    if len(words) > MAX_TEXT:
        raise ControlError(f"Een bericht mag {MAX_TEXT} tekens lang zijn.")
    if not words:
        raise ControlError("Het bericht is leeg.")
    return {"text": words, "entities": entities} if entities else {"text": words}


@action("send")
def send(control: Control, params: Json) -> Json:
    """Text; with `parse_mode` (tests) it has formatting."""
    return say(control.world, params, _text_fields(text(params, "text"), params.get("parse_mode")))


@action("location")
def location(control: Control, params: Json) -> Json:
    """A place on the map."""
    try:
        point = {name: float(params[name]) for name in ("latitude", "longitude")}
    except (KeyError, TypeError, ValueError):
        raise ControlError("De plek moet twee getallen hebben: latitude en longitude.") from None
    return say(control.world, params, {"location": point})


@action("contact")
def contact(control: Control, params: Json) -> Json:
    """A phone number with a name."""
    fields = {name: text(params, name) for name in ("phone_number", "first_name")}
    return say(control.world, params, {"contact": fields})


@action("poll")
def send_poll(control: Control, params: Json) -> Json:
    """A question with options; `multiple`: one may choose several."""
    options = [str(option) for option in params.get("options", []) if str(option).strip()]
    if len(options) < 2:
        raise ControlError("Een peiling heeft minstens twee antwoorden.")
    content = poll(
        control.world.next_serial(),
        text(params, "question"),
        options,
        {"allows_multiple_answers": params.get("multiple")},
    )
    return say(control.world, params, {"poll": content})


@action("press")
def press(control: Control, params: Json) -> Json:
    """A button under a message of the bot."""
    world = control.world
    person, chat = seat_of(world, params)
    message = message_of(chat, params)
    data = params.get("data")
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if not any(button.get("callback_data") == data for row in rows for button in row):
        raise ControlError("Deze knop is er niet meer.")
    if person.blocked and chat.is_private:
        raise ControlError("Je hebt de bot geblokkeerd. Deblokkeer hem eerst.")
    callback_id = world.new_callback(person.id)
    query = {
        "id": callback_id,
        "from": person.user,
        "message": message,
        "chat_instance": str(chat.id * 7919),
        "data": data,
    }
    world.updates.add("callback_query", query, chat.id)
    return {"callback_query_id": callback_id}


@action("edit")
def edit(control: Control, params: Json) -> Json:
    """New words in an own message."""
    world = control.world
    person, chat = seat_of(world, params)
    old = message_of(chat, params)
    if old["from"]["id"] != person.id:
        raise ControlError("Je kunt alleen je eigen bericht veranderen.")
    kept = {k: v for k, v in old.items() if k not in ("entities", "caption_entities")}
    message = replace(world, chat, kept | _edited_fields(old, text(params, "text"), params.get("parse_mode")))
    if chat.is_private or world.bot_hears(chat) or _concerns_bot(world, message):
        deliver(world, chat, message, "edited_message")
    return message


def _edited_fields(message: Json, value: str, parse_mode: str | None) -> Json:
    if "text" in message:
        return _text_fields(value, parse_mode)
    words, entities = formatted(value, parse_mode, None)
    if len(words) > MAX_CAPTION:
        raise ControlError(f"Een bijschrift mag {MAX_CAPTION} tekens lang zijn.")
    return {"caption": words} | ({"caption_entities": entities} if entities else {})


@action("delete")
def delete(control: Control, params: Json) -> Json:
    """Delete an own message, or any as an administrator. Bots are never told."""
    world = control.world
    person, chat = seat_of(world, params)
    message = message_of(chat, params)
    own = message["from"]["id"] == person.id or chat.is_private
    if not own and not chat.member(person.id).may("can_delete_messages"):
        raise ControlError("Je kunt alleen je eigen bericht wissen.")
    remove(world, chat, [message["message_id"]])
    return {"message_id": message["message_id"]}


@action("react")
def react(control: Control, params: Json) -> Json:
    """A reaction on a message; `emoji` null takes it away."""
    world = control.world
    person, chat = seat_of(world, params)
    message = message_of(chat, params)
    emoji = params.get("emoji")
    if emoji and emoji not in ALLOWED:
        raise ControlError("Telegram kent deze reactie niet.")
    given = [{"type": "emoji", "emoji": emoji}] if emoji else []
    old = set_reactions(world, chat, message["message_id"], person.id, given)
    if chat.is_private or world.bot_member(chat).is_admin:
        _tell_reaction(world, chat, person, message, old, given)
    return {"message_id": message["message_id"], "_reactions": chat.reactions_of(message["message_id"])}


def _tell_reaction(world: World, chat: Chat, person: Person, message: Json, old: list[Json], new: list[Json]) -> None:
    update = {
        "chat": chat.info,
        "message_id": message["message_id"],
        "user": person.user,
        "date": world.now(),
        "old_reaction": old,
        "new_reaction": new,
    }
    world.updates.add("message_reaction", update, chat.id)


@action("block")
def block(control: Control, params: Json) -> Json:
    """Stop the bot in the private chat."""
    return _set_blocked(control.world, person_of(control.world, params), True)


@action("unblock")
def unblock(control: Control, params: Json) -> Json:
    """Let the bot write again."""
    return _set_blocked(control.world, person_of(control.world, params), False)


def _set_blocked(world: World, person: Person, blocked: bool) -> Json:
    if person.blocked != blocked:
        person.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        update = {
            "chat": world.chats[person.id].info,
            "from": person.user,
            "date": world.now(),
            "old_chat_member": _bot_status(world, old),
            "new_chat_member": _bot_status(world, new),
        }
        world.updates.add("my_chat_member", update, person.id)
        publish_user(world, person)
    return user_json(person)


def _bot_status(world: World, status: str) -> Json:
    member = Member(int(world.bot["id"]), status)
    fields: Json = {"user": world.bot, "status": member.status}
    return fields | {"until_date": 0} if status == "kicked" else fields
