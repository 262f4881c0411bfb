"""Greetings, thanks, anger and noise get a short reply, not a ticket (conversation 11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.safety.smalltalk import NOISE, SPAM, is_insult, what
from handlers.desk.desk_presses import AskPerson
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.turn import Turn

REPLIES = {
    "hello": "hello-reply",
    "thanks": "thanks-reply",
    "glad": "glad-reply",
    "bye": "bye-reply",
    "robot": "robot-reply",
    NOISE: "noise-reply",
    SPAM: "spam-reply",
}
# With a question at the desk, these are for the person who helps.
FOR_A_PERSON = ("thanks", "glad", "bye")
# The bot offers a person, then says once how to get one, and then is silent for the rest of this time.
ANGER_LASTS = timedelta(hours=12)

__all__ = ["FOR_A_PERSON", "NOISE", "REPLIES", "is_insult", "register", "scolded", "what"]


@dataclass(frozen=True)
class NoPerson(Press, prefix="no-person"):
    """[ Nee ]: no person need come."""


def register(front: Front) -> None:
    """The buttons."""
    front.press(NoPerson, no_person)


def no_person(turn: Turn, _press: NoPerson) -> None:
    """[ Nee ]: under the offer of a person."""
    turn.replace("insult-no")


def scolded(turn: Turn) -> None:
    """Anger is mostly right: offer a person, no sermon. Then once in words, then silence."""
    last = turn.recall("scolded")
    again = last is not None and turn.now - datetime.fromisoformat(last["at"]) < ANGER_LASTS
    times = last["times"] + 1 if again else 1
    turn.remember(scolded={"at": turn.now.isoformat(), "times": times})
    if times == 1:
        yes = Button(turn.t.plain("insult-yes-button"), AskPerson())
        turn.say("insult-reply", [[yes, Button(turn.t.plain("insult-no-button"), NoPerson())]])
    elif times == 2:
        turn.say("insult-again")
