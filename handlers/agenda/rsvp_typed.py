"""With how many one comes, typed: "5", "met z'n vijven", "5 mensen"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.agenda import attendance
from bot.agenda.attendance import MOST_PEOPLE
from handlers.agenda import rsvp
from handlers.agenda.event_buttons import Bring
from handlers.turn import Turn
from storage.agenda import MAYBE, NO

# A number typed long after we asked is about something else.
HOLDS = timedelta(hours=1)
WORDS = {
    1: "een één eentje alleen alone one",
    2: "twee tweeën tweeen two",
    3: "drie drieën drieen three",
    4: "vier vieren four",
    5: "vijf vijven five",
    6: "zes zessen six",
    7: "zeven zevenen seven",
    8: "acht achten eight",
    9: "negen negenen nine",
    10: "tien tienen ten",
}
NUMBERS = {word: number for number, words in WORDS.items() for word in words.split()}
FILLERS = {
    *("ik", "wij", "we", "kom", "komen", "met", "zijn", "ons", "z", "n", "in", "totaal", "mensen", "personen", "man"),
    *("people", "persons", "i", "us", "come", "with"),
}


def given(turn: Turn) -> bool:
    """Whether the text is the number that we asked for; then it was written down."""
    asked = turn.recall(rsvp.ASKED)
    people = number(turn.text) if asked else None
    if people is None or turn.now - datetime.fromisoformat(asked["at"]) > HOLDS:
        return False
    if attendance.reply_of(turn.session, asked["occurrence"], turn.me.id).answer in (MAYBE, NO):
        return False
    if people > MOST_PEOPLE:
        turn.say("rsvp-most", most=str(MOST_PEOPLE))
    else:
        rsvp.bring(turn, Bring(asked["occurrence"], people))
    return True


def number(text: str) -> int | None:
    """The number of people that a text says and nothing else; None when it says more, or no number."""
    said = [word for word in re.findall(r"\w+", text.casefold()) if word not in FILLERS]
    if len(said) != 1:
        return None
    found = int(said[0]) if re.fullmatch(r"[0-9]{1,4}", said[0]) else NUMBERS.get(said[0], 0)
    return found or None
