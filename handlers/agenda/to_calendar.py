"""[ Zet in mijn agenda ]: the gathering as a file that a phone puts in its calendar (conversation 16)."""

from __future__ import annotations

import re

from bot.agenda import listing
from handlers.agenda.event_buttons import ToCalendar
from handlers.agenda.event_messages import headline
from handlers.front import Front
from handlers.turn import Turn
from storage.attachments import Attachment

LONGEST_NAME = 40


def register(front: Front) -> None:
    """Its button."""
    front.press(ToCalendar, send_file)


def send_file(turn: Turn, press: ToCalendar) -> None:
    """The file, and what to do with it."""
    found = listing.gathering(turn.session, press.occurrence)
    if found is None:
        turn.toast("button-outdated")
        return
    from bot.agenda import calendar_out  # the calendar library takes some MB that other conversations do without

    name = file_name(headline(found.occurrence.title)[0])
    data = calendar_out.calendar(turn.services.settings.network.name, [found])
    turn.say_file(Attachment(name, calendar_out.MEDIA_TYPE, data), turn.t("rsvp-file"))


def file_name(title: str) -> str:
    """ "regioavond-zeist.ics" """
    words = "-".join(re.findall(r"[a-z0-9]+", title.casefold()))[:LONGEST_NAME].strip("-")
    return f"{words or 'agenda'}.ics"
