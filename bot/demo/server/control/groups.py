"""Groups: topics, members, new people and groups, migration."""

from bot.demo.server.control.people import publish_user, user_json
from bot.demo.server.control.registry import (
    Control,
    action,
    chat_of,
    integer,
    optional_integer,
    seat_of,
    text,
)
from bot.demo.server.control.view import chat_json
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.methods.chats import member_json
from bot.demo.server.model import Chat, Member, Person, Topic
from bot.demo.server.posting import change_topic, create_topic, delete_topic, post_service
from bot.demo.server.world import World

STATUSES = {"creator", "administrator", "member", "restricted", "left", "kicked"}


def _topic_of(world: World, params: Json) -> tuple[Person, Chat, Topic]:
    person, chat = seat_of(world, params)
    topic = chat.topics.get(integer(params, "message_thread_id"))
    if topic is None:
        raise ControlError("Dit onderwerp bestaat niet meer.")
    return person, chat, topic


@action("topic_create")
def topic_create(control: Control, params: Json) -> Json:
    """A new topic in a forum."""
    person, chat = seat_of(control.world, params)
    if not chat.is_forum:
        raise ControlError("Deze groep heeft geen onderwerpen.")
    return create_topic(control.world, chat, person.user, text(params, "name")[:128]).to_json()


@action("topic_close")
def topic_close(control: Control, params: Json) -> Json:
    """Close a topic."""
    return _set_closed(control, params, True)


@action("topic_reopen")
def topic_reopen(control: Control, params: Json) -> Json:
    """Open a closed topic."""
    return _set_closed(control, params, False)


def _set_closed(control: Control, params: Json, closed: bool) -> Json:
    person, chat, topic = _topic_of(control.world, params)
    if topic.closed != closed:
        topic.closed = closed
        service: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
        change_topic(control.world, chat, person.user, topic, service)
    return topic.to_json()


@action("topic_rename")
def topic_rename(control: Control, params: Json) -> Json:
    """Another name for a topic."""
    person, chat, topic = _topic_of(control.world, params)
    topic.name = text(params, "name")[:128]
    change_topic(control.world, chat, person.user, topic, {"forum_topic_edited": {"name": topic.name}})
    return topic.to_json()


@action("topic_delete")
def topic_delete(control: Control, params: Json) -> Json:
    """Delete a topic with its messages. Bots are never told."""
    _, chat, topic = _topic_of(control.world, params)
    delete_topic(control.world, chat, topic)
    return topic.to_json()


@action("member")
def member(control: Control, params: Json) -> Json:
    """Somebody's (also the bot's) place in a group. `rights` limits an administrator; `as` does it."""
    world, chat = control.world, chat_of(control.world, params)
    user_id, status = integer(params, "user_id"), text(params, "status")
    if chat.is_private or status not in STATUSES:
        raise ControlError("Dit kan alleen in een groep, met een status die Telegram kent.")
    if user_id not in world.people and user_id != world.bot["id"]:
        raise ControlError("Deze persoon bestaat niet.")
    old = chat.member(user_id)
    actor = world.people.get(optional_integer(params, "as") or 0)
    actor_json = actor.user if actor else _somebody(world, chat, user_id)
    hidden = user_id == world.bot["id"] and status in ("left", "kicked")
    if not hidden:
        new = world.join(chat, user_id, status)
        new.rights |= params.get("rights", {})
    service = _coming_or_going(world, old, status, user_id)
    if service:
        post_service(world, chat, actor_json, service)
    if hidden:
        new = world.join(chat, user_id, status)
    _tell_member(world, chat, actor_json, old, new)
    world.events.publish("chat", **chat_json(chat))
    return member_json(world, new)


def _somebody(world: World, chat: Chat, user_id: int) -> Json:
    """Who did it when nobody is named: an administrator, else the user self."""
    admins = (m.user_id for m in chat.members.values() if m.is_admin and m.user_id in world.people)
    return world.user(next(admins, user_id))


def _coming_or_going(world: World, old: Member, status: str, user_id: int) -> Json:
    present = status not in ("left", "kicked")
    if present and not old.present:
        return {"new_chat_members": [world.user(user_id)]}
    if old.present and not present:
        return {"left_chat_member": world.user(user_id)}
    return {}


def _tell_member(world: World, chat: Chat, actor: Json, old: Member, new: Member) -> None:
    update = {
        "chat": chat.info,
        "from": actor,
        "date": world.now(),
        "old_chat_member": member_json(world, old),
        "new_chat_member": member_json(world, new),
    }
    if new.user_id == world.bot["id"]:
        world.updates.add("my_chat_member", update, chat.id)
    elif world.bot_member(chat).is_admin:
        world.updates.add("chat_member", update, chat.id)


@action("user_add")
def user_add(control: Control, params: Json) -> Json:
    """A new person with a phone: staff on the first group, others on their private chat."""
    world = control.world
    role = params.get("role", "member")
    fields = {k: str(params.get(k) or "") for k in ("last_name", "username", "language_code")}
    user_id = optional_integer(params, "id")
    person = world.add_person(text(params, "first_name").strip(), role, user_id=user_id, **fields)
    chat_id = person.id
    group = next((c for c in world.chats.values() if not c.is_private and not c.migrated_to), None)
    person.started = bool(params.get("started"))
    if role in ("staff", "coordinator") and group is not None:
        member(control, {"chat_id": group.id, "user_id": person.id, "status": "member"})
        chat_id = group.id
    if params.get("phone", True):
        title = str(params.get("title") or "")
        world.phones.append({"user_id": person.id, "chat_id": chat_id, "title": title})
    publish_user(world, person)
    world.events.publish("chat", **chat_json(world.chats[person.id]))
    world.events.publish("phones", phones=world.phones)
    return user_json(person)


@action("user_deactivate")
def user_deactivate(control: Control, params: Json) -> Json:
    """The person's account is gone."""
    person = control.world.people[integer(params, "as")]
    person.deactivated = True
    publish_user(control.world, person)
    return user_json(person)


@action("group_create")
def group_create(control: Control, params: Json) -> Json:
    """A new group; `type` is "supergroup" unless given. The bot is told when it is among the members."""
    world = control.world
    is_forum = bool(params.get("is_forum"))
    chat = world.add_group(text(params, "title"), kind=params.get("type", "supergroup"), is_forum=is_forum)
    for user_id in params.get("members", []):
        member_quietly(world, chat, user_id, "member")
    for user_id in params.get("administrators", []):
        member_quietly(world, chat, user_id, "administrator")
    world.events.publish("chat", **chat_json(chat))
    return chat.info


def member_quietly(world: World, chat: Chat, user_id: int, status: str) -> None:
    """Put somebody in a new group; only the bot hears that it was added itself."""
    old = chat.member(user_id)
    new = world.join(chat, user_id, status)
    if user_id == world.bot["id"]:
        _tell_member(world, chat, _somebody(world, chat, user_id), old, new)


@action("migrate")
def migrate(control: Control, params: Json) -> Json:
    """A basic group becomes a supergroup with a new id, as when topics are switched on."""
    world, old = control.world, chat_of(control.world, params)
    if old.kind != "group":
        raise ControlError("Alleen een gewone groep kan een supergroep worden.")
    new = world.add_group(old.info["title"], is_forum=bool(params.get("is_forum")))
    new.members = old.members
    actor = _somebody(world, old, int(world.bot["id"]))
    post_service(world, old, actor, {"migrate_to_chat_id": new.id})
    post_service(world, new, actor, {"migrate_from_chat_id": old.id})
    old.migrated_to = new.id
    for phone in world.phones:
        if phone["chat_id"] == old.id:
            phone["chat_id"] = new.id
    world.events.publish("chat", **chat_json(new))
    world.events.publish("phones", phones=world.phones)
    return new.info


@action("forum")
def forum(control: Control, params: Json) -> Json:
    """Switch the topics of a supergroup on or off. Bots are not told; chats in later updates say it."""
    chat = chat_of(control.world, params)
    if chat.kind != "supergroup":
        raise ControlError("Alleen een supergroep kan onderwerpen hebben.")
    if params.get("on"):
        chat.info["is_forum"] = True
    else:
        chat.info.pop("is_forum", None)
    control.world.events.publish("chat", **chat_json(chat))
    return chat.info
