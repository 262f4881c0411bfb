"""[ Voeg samen ]: a ticket goes on in another one of the same asker; also by number: /samen 214 (conversation 8)."""

from __future__ import annotations

from bot.desk import merging, tickets
from bot.desk.merging import Merged
from bot.desk.states import Step
from bot.desk.ticket import TicketView
from bot.texts.render import Html
from handlers.desk import desk_card, desk_notes, merged_notice, more, staff_card
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.merged_notice import linked_number
from handlers.desk.this_ticket import this_ticket
from handlers.desk.ticket_presses import Merge, MergeInto, Unmerge
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn

# A message has at most six buttons, one of them goes back.
MOST = 5


def register(front: Front) -> None:
    """The buttons, and the command in both languages."""
    front.press(Merge, merge, staff=True)
    front.press(MergeInto, merge_into, staff=True)
    front.press(Unmerge, unmerge, staff=True)
    front.staff_command("samen", by_number)
    front.staff_command("merge", by_number)


def merge(turn: Turn, press: Merge) -> None:
    """The card asks with which: the asker's other open tickets."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    group = StaffGroup.of(turn)
    found = merging.others(turn.session, ticket)[:MOST]
    lines = [
        group.t("merge-other", number=linked_number(group, other), subject=desk_card.subject(group.t, other))
        for other in found
    ]
    buttons = [
        Button(group.t.plain("merge-other-button", number=str(other.id)), MergeInto(ticket.id, other.id))
        for other in found
    ]
    rows = [*(buttons[n : n + 3] for n in range(0, len(buttons), 3)), [more.back_to_menu(group.t, ticket)]]
    asked = group.t("merge-with" if found else "merge-none", name=who(ticket.name))
    group.show(ticket, Html("\n".join([group.card_html(ticket), "", f"<b>{asked}</b>", *lines])), rows)


def merge_into(turn: Turn, press: MergeInto) -> None:
    """This one goes on in that one."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    if not _merge(turn, ticket, press.into):
        turn.toast("merge-not-this")
        merge(turn, Merge(ticket.id))


def by_number(turn: Turn) -> None:
    """/samen 214, at a ticket: this one goes on in 214."""
    number = turn.text.partition(" ")[2].strip()
    ticket = this_ticket(turn)
    if ticket is None or not number.isdecimal():
        turn.say("merge-how")
    elif not ticket.is_open or not _merge(turn, ticket, int(number)):
        turn.say("merge-cannot", number=number)


def unmerge(turn: Turn, press: Unmerge) -> None:
    """[ Maak los ]: the ticket goes on by itself again."""
    stepped = staff_card.step(turn, Step.UNMERGE, press.ticket)
    if stepped is None:
        return
    group = StaffGroup.of(turn)
    desk_notes.refresh(group, stepped.ticket)
    if stepped.before.merged_into is not None:
        other = tickets.get(turn.session, stepped.before.merged_into)
        group.say(other, "merge-undone", number=linked_number(group, stepped.ticket), by=who(staff(turn).name))


def _merge(turn: Turn, ticket: TicketView, into: int) -> bool:
    done = merging.merge(turn.session, ticket.id, into, staff(turn), turn.now)
    if done is None:
        return False
    _show(StaffGroup.of(turn), done)
    return True


def _show(group: StaffGroup, done: Merged) -> None:
    """Both cards and both notes follow; in the ticket that goes on staff read what was asked in the other."""
    source, target = done.source.ticket, done.target.ticket
    group.refresh(source, done.source.before)
    desk_notes.refresh(group, source)
    if target.state is not done.target.before.state:
        group.refresh(target, done.target.before)
        desk_notes.refresh(group, target)
    merged_notice.tell(group, source, target, sound=True)
