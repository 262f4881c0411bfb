"""[ Stel een vraag ] about a gathering: it goes to a person, with the gathering on the card (conversation 16)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.agenda import attendance, listing
from bot.texts import Texts, texts, when
from handlers.agenda.event_buttons import AskAbout
from handlers.agenda.event_messages import EventMessages, clip, headline
from handlers.asker import blocked
from handlers.asker.asker import message_content, open_with
from handlers.asker.human import never_mind_button
from handlers.desk import desk_notes
from handlers.front import Front
from handlers.turn import Turn
from storage.agenda import Occurrence

ABOUT = "event"
# What is typed long after we asked for it is a new question.
HOLDS = timedelta(hours=1)
LONGEST_TITLE = 60


def register(front: Front) -> None:
    """Its button."""
    front.press(AskAbout, ask)


def ask(turn: Turn, press: AskAbout) -> None:
    """The next message is the question."""
    if blocked.refused(turn):
        return
    occurrence = listing.occurrence(turn.session, press.occurrence)
    if occurrence is None:
        turn.toast("button-outdated")
        return
    turn.expect(ABOUT, occurrence=occurrence.id)
    turn.say("event-ask", [[never_mind_button(turn)]], title=headline(occurrence.title)[0])


def given(turn: Turn) -> bool:
    """Whether this message is the question; then it went to a person."""
    expected = turn.expected()
    if expected is None or expected.get("what") != ABOUT:
        return False
    occurrence = listing.occurrence(turn.session, expected["occurrence"])
    late = turn.now - datetime.fromisoformat(expected["at"]) > HOLDS
    turn.expect(None)
    if late or occurrence is None:
        return False
    what = message_content(turn)
    if what is not None:
        about = about_line(turn, occurrence)
        origin = (what.chat_id, what.message_ids[0])
        desk_notes.show(turn, open_with(turn, what.text or "", what, origin=origin, about=about))
    return True


def about_line(turn: Turn, occurrence: Occurrence) -> str:
    """The gathering as staff see it on the card: what, when, and how full it is."""
    t: Texts = texts(turn.services.settings.locale.language)
    starts = EventMessages(turn.services.settings.zone).starts(occurrence)
    places = attendance.places(turn.session, occurrence)
    parts = [
        clip(headline(occurrence.title)[0], LONGEST_TITLE),
        when.moment(starts, t.language),
        places_words(t, places),
    ]
    return " · ".join(part for part in parts if part)


def places_words(t: Texts, places: attendance.Places) -> str:
    """ "39 van 40 plekken, 1 op de wachtlijst (2 mensen)" """
    return t.plain(
        "event-places",
        taken=places.taken,
        capacity=places.capacity or 0,
        waiting=places.waiting,
        people=places.waiting_people,
        maybe=places.maybe,
    )
