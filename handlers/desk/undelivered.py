"""What did not reach an asker is told to staff at once, in the ticket, with what can be done; and what did after all.

An answer to someone who blocked the bot waits. The notice that says so changes when the answer arrives.
"""

from __future__ import annotations

from bot.desk import messages, tickets
from bot.desk.messages import Pair
from bot.desk.ticket import TicketView
from bot.telegram.outcomes import Result
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import Discard, Done
from handlers.presses import Button, Rows
from handlers.turn import text_payload
from storage import outbox
from storage.outbox import OutboxRow
from storage.sending import Outgoing

BLOCKED = "blocked"


def tell(group: StaffGroup, ticket: TicketView, row: Outgoing, result: Result, reply_to: int | None) -> None:
    """An answer did not arrive. `reply_to`: the message of staff, when it is in the group."""
    name = _why(group, row, result)
    rows = _choices(group, ticket) if name == "staff-not-delivered" else None
    known = _notice(group, row)
    if known is not None:  # it was let go when the person came back, and they went again
        return _change(group, ticket, known, name, rows or [])
    key = None if messages.said_before(group.session, _key(row)) else _key(row)
    group.say(ticket, name, rows, reply_to=reply_to, sound=True, key=key, name=who(ticket.name))


def arrived(group: StaffGroup, ticket: TicketView, row: Outgoing) -> None:
    """An answer arrived: was it said that it did not, then that is no longer so."""
    known = _notice(group, row) if row.attempts > 1 else None
    if known is not None:
        _change(group, ticket, known, "talk-delivered-after-all", [])


def correction(group: StaffGroup, ticket: TicketView, pair: Pair, reply_to: int | None) -> None:
    """A correction waits for someone who blocked the bot. Said once an answer."""
    key = f"correction-waits:{pair.id}"
    if not messages.said_before(group.session, key):
        group.say(ticket, "talk-correction-waits", reply_to=reply_to, key=key, name=who(ticket.name))


def asker_left(group: StaffGroup, member_id: int) -> None:
    """Someone blocked the bot: whoever works at their question hears it before they write an answer. Once a ticket."""
    for ticket in tickets.of_member(group.session, member_id):
        key = f"asker-left:{ticket.id}"
        if not messages.said_before(group.session, key):
            group.say(ticket, "talk-asker-left", key=key, name=who(ticket.name))


def _why(group: StaffGroup, row: Outgoing, result: Result) -> str:
    if result.kind != BLOCKED:
        return "staff-not-delivered-dead"
    held = messages.state_of(group.session, row.id) == outbox.HELD
    return "staff-not-delivered" if held else "staff-not-delivered-gone"  # they left Telegram: they will not be back


def _choices(group: StaffGroup, ticket: TicketView) -> Rows:
    buttons = [Button(group.t.plain("staff-discard-button"), Discard(ticket.id))]
    if ticket.is_open:
        buttons.insert(0, Button(group.t.plain("staff-done-button"), Done(ticket.id, 1)))
    return [buttons]


def _change(group: StaffGroup, ticket: TicketView, notice: int, name: str, rows: Rows) -> None:
    payload = text_payload(group.t(name, name=who(ticket.name)), rows)
    group.call(ticket, "editMessageText", payload, target_id=notice)


def _notice(group: StaffGroup, row: Outgoing) -> int | None:
    """The notice about this row, if it stands in the group as it is today."""
    known = messages.row_with(group.session, _key(row))
    said = group.session.get(OutboxRow, known) if known is not None else None
    return known if said is not None and said.chat_id == group.services.staff_chat() else None


def _key(row: Outgoing) -> str:
    return f"undelivered:{row.id}"
