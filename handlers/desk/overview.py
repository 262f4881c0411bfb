"""The overview: one pinned message in the staff group that says how the queue stands (conversation 8).

It is edited, never repeated, and only when something changed: edits cost the group's messages like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session
from telegram.ext import filters

from bot.desk import messages, report_words, tickets
from bot.desk import overview as rules
from bot.desk.overview import Standing
from bot.desk.states import Step
from bot.desk.tickets import TicketView
from bot.schedule import Chore
from bot.telegram.outcomes import Outcome, Result
from bot.texts import when
from bot.texts.render import Html
from handlers.desk import desk_card, desk_notes, queue, solve_time
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.services import Services
from handlers.turn import DirectCall, Turn, text_payload
from storage import outbox, staff_group
from storage.outbox import Draft
from storage.sending import Outgoing
from storage.staff_group import KnownGroup

OVERVIEW, EDIT = "overview", "overview-edit"
LOOK_EVERY_S = 2.0
# Of the 20 messages a minute that a group gets, at most four are for this; while many wait, one. It goes before them:
# that is when people want to know how things stand.
GAP, BUSY_GAP = timedelta(seconds=15), timedelta(seconds=60)
MANY_WAIT = 10
# While someone is there the time above it is never older; and so it is noticed when someone deleted it.
AT_LEAST_EVERY = AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class TakeNext(Press, prefix="take-next"):
    """[ Pak de oudste ]"""


@dataclass(frozen=True)
class ShowLate(Press, prefix="show-late"):
    """[ Te laat: 1 ]"""


def register(front: Front) -> None:
    """Its buttons, and the line with which Telegram tells that it was pinned."""
    front.press(TakeNext, take_next, staff=True)
    front.press(ShowLate, lambda turn, _press: queue.show(turn, "late", 0, anew=True), staff=True)
    front.staff_message(filters.StatusUpdate.PINNED_MESSAGE, pinned)


def chore(services: Services) -> Chore:
    """Looks whether it still says how things stand."""

    async def look() -> None:
        if await services.db.read(_must_change, services):
            await services.db.write(keep, services)

    return Chore("overview", LOOK_EVERY_S, look)


def outcomes() -> Mapping[str, Outcome]:
    """What becomes of it: once it is there it is pinned; someone deleted it, then it is made again."""
    return {OVERVIEW: _arrived, EDIT: _edited}


def keep(session: Session, services: Services) -> None:
    """Say it, or change it to how things stand now."""
    group = StaffGroup(session, services, services.clock.now())
    row = staff_group.known(session, services.staff_chat())
    if not services.settings.staff.overview:
        return _take_down(group, row)
    standing = _standing(group)
    body = _body(group, standing)
    payload = text_payload(Html(f"{_title(group)}\n{body}"), _rows(group, standing))
    row.overview_shown, row.overview_at = body, group.now
    if _is_there(session, row):
        draft = Draft(row.chat_id, "editMessageText", payload, target_id=row.overview_id, purpose=EDIT)
        outbox.overtake(session, draft)
    else:
        payload["disable_notification"] = True
        row.overview_id = outbox.enqueue(session, Draft(row.chat_id, "sendMessage", payload, purpose=OVERVIEW))


def take_next(turn: Turn, _press: TakeNext) -> None:
    """[ Pak de oudste ]: whoever presses has it. Said in the ticket, so that it is easy to find."""
    found = rules.next_free(turn.session)
    if found is None:
        return turn.toast("overview-nothing-free")
    stepped = tickets.take(turn.session, Step.CLAIM, found.id, staff(turn), turn.now)
    if not stepped.done:
        return turn.toast("staff-just-before", by=who(stepped.ticket.claimed_name))
    group, ticket = StaffGroup.of(turn), stepped.ticket
    group.refresh(ticket, stepped.before)
    desk_notes.refresh(group, ticket)
    group.say(ticket, "overview-taken-here", by=who(ticket.claimed_name))
    turn.toast("overview-taken", number=str(ticket.id))


def pinned(turn: Turn) -> None:
    """The bot pinned it: the line that says so is only noise."""
    known = staff_group.look(turn.session, turn.chat.id)
    what, sender = turn.message.pinned_message, turn.message.from_user
    if known is None or known.overview_id is None or what is None or sender is None or not sender.is_bot:
        return
    if messages.message_of(turn.session, known.overview_id) == what.message_id:
        params = {"chat_id": turn.chat.id, "message_id": turn.message.message_id}
        turn.calls.append(DirectCall("deleteMessage", params))


def _must_change(session: Session, services: Services) -> bool:
    group = StaffGroup(session, services, services.clock.now())
    row = staff_group.look(session, services.staff_chat())
    if not services.settings.staff.overview:
        return row is not None and row.overview_id is not None
    if row is None or row.overview_at is None or row.overview_id is None:
        return True
    since = group.now - row.overview_at
    state = messages.state_of(session, row.overview_id)
    if since < _gap(group) or state in (outbox.NEW, outbox.SENDING, outbox.HELD):
        return False
    if since >= AT_LEAST_EVERY and services.hours.is_open(group.now):
        return True
    return state != outbox.SENT or _body(group, _standing(group)) != row.overview_shown


def _gap(group: StaffGroup) -> timedelta:
    """How long it stays as it is, at least."""
    waiting = outbox.waiting(group.session, group.services.staff_chat(), MANY_WAIT)
    return BUSY_GAP if waiting >= MANY_WAIT else GAP


def _standing(group: StaffGroup) -> Standing:
    services = group.services
    late_after = timedelta(hours=services.settings.sla.nudge_after_hours)
    return rules.standing(group.session, services.hours, late_after, solve_time.target(services), group.now)


def _title(group: StaffGroup) -> Html:
    local = group.now.astimezone(group.services.settings.zone)
    return group.t("overview-title", when=when.moment(local, group.t.language, local.date()))


def _body(group: StaffGroup, standing: Standing) -> Html:
    """All but the time above it."""
    t, lines = group.t, []
    if standing.total:
        counts = {"free": standing.free, "claimed": standing.claimed, "asleep": standing.asleep}
        parts = [t.plain("overview-part", kind=kind, count=count) for kind, count in counts.items() if count]
        lines.append(t("overview-open", total=str(standing.total), parts=", ".join(parts)))
    else:
        lines.append(t("overview-empty"))
    if standing.late:
        age = when.age(standing.waited, t.language)
        lines.append(t("overview-late", count=str(len(standing.late)), name=who(standing.late[0].name), age=age))
    if standing.overdue:
        whole_hours = standing.worked - standing.worked % AN_HOUR or standing.worked
        age, number = report_words.age_within(whole_hours, t.language), _link(group, standing.overdue[0])
        lines.append(t("overview-overdue", count=str(len(standing.overdue)), number=number, age=age))
    if standing.next_up is not None:
        lines.append(_next_up(group, standing.next_up))
    lines.append(_hours(group))
    return Html("\n".join(lines))


def _next_up(group: StaffGroup, ticket: TicketView) -> Html:
    return group.t("overview-next", number=_link(group, ticket), subject=desk_card.subject(group.t, ticket))


def _link(group: StaffGroup, ticket: TicketView) -> Html | str:
    """The ticket's number, as a link to its card where there are links."""
    address = group.address(ticket)
    return Html(f'<a href="{address}">{ticket.id}</a>') if address is not None else str(ticket.id)


def _hours(group: StaffGroup) -> Html:
    hours, zone, t = group.services.hours, group.services.settings.zone, group.t
    closes, opens = hours.closes_at(group.now), hours.next_opening(group.now)
    if closes is not None:
        return t("overview-until", clock=when.clock(closes.astimezone(zone), t.language))
    if opens is None:
        return t("overview-closed")
    local, today = opens.astimezone(zone), group.now.astimezone(zone).date()
    return t("overview-closed-until", when=when.moment(local, t.language, today))


def _rows(group: StaffGroup, standing: Standing) -> Rows:
    buttons = []
    if standing.next_up is not None:
        buttons.append(Button(group.t.plain("overview-take-button"), TakeNext()))
    if standing.all_late:
        buttons.append(Button(group.t.plain("overview-late-button", count=str(standing.all_late)), ShowLate()))
    return [buttons] if buttons else []


def _is_there(session: Session, row: KnownGroup) -> bool:
    return row.overview_id is not None and messages.state_of(session, row.overview_id) == outbox.SENT


def _take_down(group: StaffGroup, row: KnownGroup) -> None:
    """Switched off: it stands no longer at the top, and sends people to /wachtrij."""
    if row.overview_id is not None and _is_there(group.session, row):
        payload = text_payload(group.t("overview-off"), [])
        draft = Draft(row.chat_id, "unpinChatMessage", {}, target_id=row.overview_id)
        outbox.enqueue(group.session, draft)
        draft = Draft(row.chat_id, "editMessageText", payload, target_id=row.overview_id)
        outbox.enqueue(group.session, draft)
    row.overview_id = row.overview_shown = row.overview_at = None


def _arrived(session: Session, row: Outgoing, result: Result) -> None:
    if result.ok:
        quietly = {"disable_notification": True}
        outbox.enqueue(session, Draft(row.chat_id, "pinChatMessage", quietly, target_id=row.id))


def _edited(session: Session, row: Outgoing, result: Result) -> None:
    known = staff_group.look(session, row.chat_id)
    if known is not None and not result.ok and result.kind == "dead":
        known.overview_id = None
