"""The table of actions, what each gets, and the checks they share."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.demo.server.errors import ControlError, Json
from bot.demo.server.faults import Faults
from bot.demo.server.methods.registry import Upload
from bot.demo.server.model import Chat, Person
from bot.demo.server.webhook import Webhook
from bot.demo.server.world import World

File = Upload


@dataclass(slots=True)
class Control:
    """Everything an action can touch. `health_url` tells when the bot has something to do next."""

    world: World
    webhook: Webhook
    faults: Faults
    health_url: str = ""
    files: list[File] = field(default_factory=list)


Action = Callable[[Control, Json], Any | Awaitable[Any]]
F = TypeVar("F", bound=Action)
ACTIONS: dict[str, Action] = {}


def action(name: str) -> Callable[[F], F]:
    """Register a function as that action; it returns the affected object."""

    def register(function: F) -> F:
        ACTIONS[name] = function
        return function

    return register


def integer(params: Json, name: str) -> int:
    """A whole number, also from a form field; raises `ControlError`."""
    value = params.get(name)
    try:
        if isinstance(value, (int, str)) and not isinstance(value, bool):
            return int(value)
    except ValueError:
        pass
    raise ControlError(f"Het veld {name} ontbreekt of is geen getal.")


def optional_integer(params: Json, name: str) -> int | None:
    """As `integer`, or None when it is not given."""
    return None if params.get(name) in (None, "") else integer(params, name)


def text(params: Json, name: str) -> str:
    """A text that is not empty; raises `ControlError`."""
    value = params.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ControlError(f"Het veld {name} ontbreekt of is leeg.")
    return value


def person_of(world: World, params: Json) -> Person:
    """The person in `as`; raises `ControlError`."""
    person = world.people.get(integer(params, "as"))
    if person is None:
        raise ControlError("Deze persoon bestaat niet.")
    return person


def chat_of(world: World, params: Json) -> Chat:
    """The chat in `chat_id`, or where it migrated to; raises `ControlError`."""
    chat = world.chats.get(integer(params, "chat_id"))
    if chat is not None and chat.migrated_to:
        chat = world.chats.get(chat.migrated_to)
    if chat is None:
        raise ControlError("Dit gesprek bestaat niet.")
    return chat


def place_of(world: World, params: Json) -> tuple[Person, Chat, int | None]:
    """Who writes, in which chat and thread, if that person can write there; raises `ControlError`."""
    person, chat = seat_of(world, params)
    if person.blocked and chat.is_private:
        raise ControlError("Je hebt de bot geblokkeerd. Deblokkeer hem eerst.")
    thread_id = optional_integer(params, "message_thread_id")
    if not chat.is_forum or thread_id in (None, 0, 1):
        return person, chat, None
    topic = chat.topics.get(thread_id) if thread_id else None
    if topic is None:
        raise ControlError("Dit onderwerp bestaat niet meer.")
    if topic.closed and not chat.member(person.id).is_admin:
        raise ControlError("Dit onderwerp is gesloten.")
    return person, chat, thread_id


def seat_of(world: World, params: Json) -> tuple[Person, Chat]:
    """Who and in which chat, if that person is in it; raises `ControlError`."""
    person, chat = person_of(world, params), chat_of(world, params)
    if person.deactivated:
        raise ControlError("Dit account is opgeheven.")
    if chat.is_private:
        if chat.id != person.id:
            raise ControlError("Dit is het gesprek van iemand anders.")
    elif not chat.member(person.id).present:
        raise ControlError("Deze persoon zit niet in de groep.")
    return person, chat


def message_of(chat: Chat, params: Json, name: str = "message_id") -> Json:
    """The message with that id in the chat; raises `ControlError`."""
    message = chat.messages.get(integer(params, name))
    if message is None:
        raise ControlError("Dit bericht bestaat niet meer.")
    return message
