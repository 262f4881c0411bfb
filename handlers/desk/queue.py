"""/wachtrij: the open tickets, oldest first, a few to a page."""

from __future__ import annotations

from datetime import datetime

from bot.desk import tickets
from bot.desk.tickets import TicketView
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.desk import desk_card
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import QueuePage
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn

A_PAGE = 5


def register(front: Front) -> None:
    """The command, in both languages, and turning pages."""
    front.staff_command("wachtrij", lambda turn: show(turn, 0))
    front.staff_command("queue", lambda turn: show(turn, 0))
    front.press(QueuePage, lambda turn, press: show(turn, press.page), staff=True)


def show(turn: Turn, page: int) -> None:
    """A page of the queue, from 0; a page that is gone by now is the last one."""
    found = tickets.all_open(turn.session)
    if not found:
        turn.replace("queue-empty")
        return
    page = max(0, min(page, (len(found) - 1) // A_PAGE))
    first = page * A_PAGE
    shown = found[first : first + A_PAGE]
    title = turn.t("queue-title", total=str(len(found)), first=str(first + 1), last=str(first + len(shown)))
    lines = [_line(turn, ticket) for ticket in shown]
    turn.replace_html(Html("\n".join([title, *lines])), _rows(turn.t, page, first + A_PAGE < len(found)))


def _rows(t: Texts, page: int, more: bool) -> Rows:
    row = [Button(t.plain("queue-next-button"), QueuePage(page + 1))] if more else []
    if page:
        row.append(Button(t.plain("queue-previous-button"), QueuePage(page - 1)))
    return [row] if row else []


def _line(turn: Turn, ticket: TicketView) -> Html:
    waits_since: datetime = ticket.opened_at
    by = ticket.claimed_name or turn.t.plain("staff-topic-claimed", by="none") if ticket.claimed_by else None
    return turn.t(
        "queue-line",
        number=_number(turn, ticket),
        subject=desk_card.subject(turn.t, ticket),
        name=who(ticket.name),
        age=when.age(turn.now - waits_since, turn.t.language),
        by=who(by),
    )


def _number(turn: Turn, ticket: TicketView) -> Html:
    """The ticket's number, as a link to its card where Telegram has links."""
    address = StaffGroup.of(turn).address(ticket)
    return Html(f'<a href="{address}">{ticket.id}</a>' if address is not None else ticket.id)
