"""A BSN or a bank account in what someone sent: it is not kept, and they hear that (conversation 12).

It was taken out before the update was stored (bot.safety.masking); here it is said, and the message can be taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.knowledge import asked
from bot.safety import masking
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.turn import Turn

# A bot may delete a message of a private chat for so long (Bot API, deleteMessage).
DELETABLE = timedelta(hours=48)
# Of so many messages it is remembered that it was said: an edit does not say it again.
REMEMBERED = 10


@dataclass(frozen=True)
class TakeAway(Press, prefix="take-away"):
    """[ Haal mijn bericht weg ]"""

    message: int


def register(front: Front) -> None:
    """The button. Messages come by handlers.private."""
    front.press(TakeAway, take_away)


def note(turn: Turn) -> None:
    """Say once of a message that a number was taken out of it. What else is to be said comes after it."""
    kinds = turn.message.api_kwargs.get(masking.MARK, [])
    said, number = turn.recall("masked") or [], turn.message.message_id
    if not kinds or number in said:
        return
    turn.remember(masked=[*said, number][-REMEMBERED:])
    kind = kinds[0] if len(kinds) == 1 else "both"
    turn.say("masked-note", [[Button(turn.t.plain("masked-away-button"), TakeAway(number))]], kind=kind)


def take_away(turn: Turn, press: TakeAway) -> None:
    """[ Haal mijn bericht weg ]: it leaves the chat; its question stays."""
    if turn.update.callback_query is not None and turn.now - turn.message.date > DELETABLE:
        turn.replace("masked-too-late")
        return
    turn.send(turn.chat.id, "deleteMessage", {"message_id": press.message})
    found = asked.of_message(turn.session, turn.me.id, press.message)
    turn.replace("masked-gone-answered" if found is not None and found.decision == "answer" else "masked-gone")
