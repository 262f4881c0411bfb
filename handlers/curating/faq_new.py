"""A new answer for the list: from a question that staff answered, or from nothing (conversation 4)."""

from __future__ import annotations

import faq
from bot.desk import messages, tickets
from bot.desk.names import clean
from bot.desk.tickets import TicketView
from bot.knowledge import drafts, entries
from bot.texts.to_markdown import to_markdown
from handlers.curating.faq_drafts import say_draft
from handlers.curating.faq_presses import FaqNew
from handlers.desk.desk_answers import staff
from handlers.desk.desk_presses import MakeEntry
from handlers.front import Front
from handlers.turn import Turn
from storage.desk import Ticket

# A longer question is a story, not a way to ask; the matcher gains nothing by it.
LONGEST_PHRASING = 200
# Themes are guessed from so many entries like it, when they are like it enough.
NEAREST, NEAR = 3, 0.1
MOST_THEMES = 2


def register(front: Front) -> None:
    """Its buttons, for staff only."""
    front.press(MakeEntry, make_entry, staff=True)
    front.press(FaqNew, new, staff=True)


def make_entry(turn: Turn, press: MakeEntry) -> None:
    """[ Maak er een FAQ-antwoord van ]: the asker's words and the answer of staff, ready to publish."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    there = drafts.of_ticket(turn.session, ticket.id)
    if there is not None and there.is_open:
        return turn.toast("faq-draft-there")
    made = entries.get(turn.session, there.entry_id) if there is not None and there.entry_id else None
    if made is not None and made.active:
        return turn.toast("faq-draft-in-list")
    say_draft(turn, from_ticket(turn, ticket))


def from_ticket(turn: Turn, ticket: TicketView) -> int:
    """A draft of what was asked and answered in a ticket. Returns its number; it is not shown yet."""
    asked_as = clean(ticket.text)
    answers = messages.answers(turn.session, ticket.id)
    return drafts.open(
        turn.session,
        staff(turn).name,
        turn.now,
        question=_as_question(asked_as),
        answer="\n\n".join(to_markdown(html) for html in answers),
        phrasings=[asked_as] if asked_as and len(asked_as) <= LONGEST_PHRASING else [],
        themes=guess_themes(turn.services.knowledge.index, asked_as),
        ticket_id=ticket.id,
    )


def guess_themes(index: faq.Index, text: str) -> list[str]:
    """The themes of entries that are most like it."""
    near = [match for match in index.search(text, NEAREST) if match.score >= NEAR]
    return list(dict.fromkeys(theme for match in near for theme in match.entry.themes[:1]))[:MOST_THEMES]


def new(turn: Turn, _press: FaqNew | None = None) -> None:
    """[ Nieuw antwoord ] and /faq nieuw: an empty draft, which asks for one thing after the other."""
    say_draft(turn, drafts.open(turn.session, staff(turn).name, turn.now, question="", answer="", field="question"))


def _as_question(text: str) -> str:
    """The asker's words with a capital and a question mark."""
    return text[:1].upper() + text[1:].rstrip(" .?!") + "?" if text else ""
