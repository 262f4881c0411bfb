"""Notes on the card of a ticket: so they are there at each hand-over, and in a topic that was made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk import notes
from bot.desk.names import clean, cut
from bot.desk.notes import Note
from bot.desk.ticket import TicketView
from bot.texts import Texts
from bot.texts.render import Html

if TYPE_CHECKING:
    from handlers.desk.desk_group import StaffGroup

# The card shows the last notes, short; all of them are at /notities.
SHOWN, LONGEST = 2, 150


def added(group: StaffGroup, ticket: TicketView, html: Html) -> Html:
    """The card with its notes below it."""
    found = notes.of_ticket(group.session, ticket.id)
    lines = [line(group.t, note, LONGEST) for note in found[-SHOWN:]]
    if len(found) > SHOWN:
        lines.append(group.t("note-more", count=len(found) - SHOWN))
    return Html("\n".join([html, "", *lines])) if lines else html


def line(t: Texts, note: Note, longest: int) -> Html:
    """One note, on one line."""
    return t("note-line", by=note.by_name or "none", text=cut(clean(note.text), longest))
