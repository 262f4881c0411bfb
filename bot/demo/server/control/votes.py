"""Voting in a poll."""

from bot.demo.server.control.registry import Control, action, message_of, seat_of
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.posting import set_votes


@action("vote")
def vote(control: Control, params: Json) -> Json:
    """Choose `options` of the poll in a message, by their places from 0; none takes the vote back.

    The bot is told how the poll stands when it is its own, never who voted what. In an ordinary poll a choice can
    be changed, in a quiz it stands.
    """
    world = control.world
    person, chat = seat_of(world, params)
    message = message_of(chat, params)
    poll, chosen = message.get("poll"), params.get("options")
    if poll is None:
        raise ControlError("In dit bericht staat geen peiling.")
    if poll["is_closed"]:
        raise ControlError("Deze peiling is gesloten.")
    if not isinstance(chosen, list) or not set(map(str, chosen)) <= set(map(str, range(len(poll["options"])))):
        raise ControlError("Deze keuze is er niet.")
    if len(chosen) > 1 and not poll["allows_multiple_answers"]:
        raise ControlError("Je mag in deze peiling één ding kiezen.")
    if poll["type"] == "quiz" and chat.votes_in(message["message_id"]).get(person.id):
        raise ControlError("In een quiz verander je je antwoord niet meer.")
    message = set_votes(world, chat, message, person.id, sorted({int(place) for place in chosen}))
    if message["from"]["id"] == world.bot["id"]:
        world.updates.add("poll", message["poll"], chat.id)
    return message
