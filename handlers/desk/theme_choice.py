"""[ Onderwerp ]: what a ticket is about, by a tap. Reports count by it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk import themes, tickets
from bot.desk.names import cut
from bot.desk.ticket import TicketView
from bot.knowledge import theme_names
from handlers.desk import staff_card
from handlers.desk.desk_answers import staff
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import ShowCard
from handlers.front import Front
from handlers.presses import MOST_BYTES, Button, Press, Rows
from handlers.turn import Turn

# Two in a row; with the last row no more than a phone shows at once.
A_PAGE = 8
LONGEST_LABEL = 20
NOTHING = "-"


@dataclass(frozen=True)
class PickTheme(Press, prefix="about"):
    """[ Onderwerp ], as under [ Meer ]."""

    ticket: int


@dataclass(frozen=True)
class MoreThemes(Press, prefix="about-more"):
    """[ Volgende ]"""

    ticket: int
    first: int


@dataclass(frozen=True)
class SetTheme(Press, prefix="about-is"):
    """This one; NOTHING: none."""

    ticket: int
    theme: str


def register(front: Front) -> None:
    """All of them are for staff only."""
    front.press(PickTheme, lambda turn, press: pick(turn, press.ticket, 0), staff=True)
    front.press(MoreThemes, lambda turn, press: pick(turn, press.ticket, press.first), staff=True)
    front.press(SetTheme, choose, staff=True)


def pick(turn: Turn, ticket_id: int, first: int) -> None:
    """The card stays; its buttons become the themes."""
    ticket = staff_card.find(turn, ticket_id)
    if ticket is None:
        return turn.toast("button-outdated")
    group = StaffGroup.of(turn)
    group.show(ticket, group.card_html(ticket), _rows(turn, ticket, first))


def choose(turn: Turn, press: SetTheme) -> None:
    """The ticket is about this."""
    ticket = staff_card.find(turn, press.ticket)
    if ticket is None:
        return turn.toast("button-outdated")
    theme = None if press.theme == NOTHING else press.theme
    themes.choose(turn.session, ticket.id, theme, staff(turn), turn.now)
    StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))


def _rows(turn: Turn, ticket: TicketView, first: int) -> Rows:
    t = turn.t
    known = themes.known(turn.services.knowledge.index, theme_names.named())
    presses = [press for theme in known if _fits(press := SetTheme(ticket.id, theme))]
    first = first if 0 <= first < len(presses) else 0
    buttons = [
        Button(cut(theme_names.in_language(press.theme, t.language), LONGEST_LABEL), press)
        for press in presses[first : first + A_PAGE]
    ]
    last = [Button(t.plain("theme-none-button"), SetTheme(ticket.id, NOTHING))]
    if len(presses) > A_PAGE:
        last.append(Button(t.plain("queue-next-button"), MoreThemes(ticket.id, first + A_PAGE)))
    last.append(Button(t.plain("staff-back-button"), ShowCard(ticket.id)))
    return [*(buttons[n : n + 2] for n in range(0, len(buttons), 2)), last]


def _fits(press: SetTheme) -> bool:
    """A theme with a very long name has no button."""
    return len(f"{press.prefix}:{press.ticket}:{press.theme}".encode()) <= MOST_BYTES
