"""/wachtrij: the open tickets, oldest first, a few to a page; or only those free, mine or late (conversation 8)."""

from __future__ import annotations

from datetime import timedelta

from bot.desk import sla, solving, tickets
from bot.desk.states import State
from bot.desk.tickets import TicketView
from bot.texts import when
from bot.texts.render import Html
from handlers.desk import desk_card, solve_time
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import QueueView
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn

A_PAGE = 5
ALL = "all"
VIEWS = (ALL, "free", "mine", "late")


def register(front: Front) -> None:
    """The command, in both languages, and its buttons."""
    front.staff_command("wachtrij", show_named)
    front.staff_command("queue", show_named)
    front.press(QueueView, lambda turn, press: show(turn, press.view, press.page), staff=True)


def show_named(turn: Turn) -> None:
    """/wachtrij, and /wachtrij with the words of a button: "vrij", "van mij", "te laat"."""
    words = turn.text.partition(" ")[2].strip().casefold()
    named = [view for view in VIEWS if turn.t.plain("queue-view-button", view=view).casefold() == words]
    show(turn, named[0] if named else ALL, 0)


def show(turn: Turn, view: str, page: int, anew: bool = False) -> None:
    """A page of the queue, from 0; a page that is gone by now is the last one. `anew`: as a new message."""
    respond = turn.say_html if anew else turn.replace_html
    everything = tickets.all_open(turn.session)
    if not everything:
        respond(turn.t("queue-empty"))
        return
    view = view if view in VIEWS else ALL
    found = [ticket for ticket in everything if _fits(turn, ticket, view)]
    page = max(0, min(page, (len(found) - 1) // A_PAGE))
    first = page * A_PAGE
    shown = found[first : first + A_PAGE]
    rows = _rows(turn, view, page, more=first + A_PAGE < len(found))
    if not shown:
        respond(turn.t("queue-none", view=view), rows)
        return
    last = str(first + len(shown))
    title = turn.t("queue-title", view=view, total=str(len(found)), first=str(first + 1), last=last)
    respond(Html("\n".join([title, *(_line(turn, ticket) for ticket in shown)])), rows)


def _fits(turn: Turn, ticket: TicketView, view: str) -> bool:
    match view:
        case "free":
            return ticket.state is State.NEW
        case "mine":
            return ticket.claimed_by == turn.user.id
        case "late":
            return _is_late(turn, ticket)
    return True


def _is_late(turn: Turn, ticket: TicketView) -> bool:
    services = turn.services
    after = timedelta(hours=services.settings.sla.nudge_after_hours)
    overdue = solving.is_overdue(ticket, services.hours, solve_time.target(services), turn.now)
    return overdue or sla.is_late(ticket, services.hours, after, turn.now)


def _rows(turn: Turn, view: str, page: int, more: bool) -> Rows:
    """The other views, and then the other pages."""
    t = turn.t
    views = [Button(t.plain("queue-view-button", view=other), QueueView(other, 0)) for other in VIEWS if other != view]
    pages = [Button(t.plain("queue-previous-button"), QueueView(view, page - 1))] if page else []
    if more:
        pages.append(Button(t.plain("queue-next-button"), QueueView(view, page + 1)))
    return [row for row in (views, pages) if row]


def _line(turn: Turn, ticket: TicketView) -> Html:
    by = ticket.claimed_name or turn.t.plain("staff-topic-claimed", by="none") if ticket.claimed_by else None
    return turn.t(
        "queue-line",
        number=_number(turn, ticket),
        subject=desk_card.subject(turn.t, ticket),
        name=who(ticket.name),
        age=when.age(turn.now - ticket.opened_at, turn.t.language),
        late="yes" if _is_late(turn, ticket) else "no",
        by=who(by),
    )


def _number(turn: Turn, ticket: TicketView) -> Html:
    """The ticket's number, as a link to its card where Telegram has links."""
    address = StaffGroup.of(turn).address(ticket)
    return Html(f'<a href="{address}">{ticket.id}</a>' if address is not None else ticket.id)
