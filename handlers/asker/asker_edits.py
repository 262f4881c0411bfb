"""The asker changes a message that staff have: they see the new one, and what it said before (conversation 5)."""

from __future__ import annotations

from bot.desk import alike, messages, tickets
from bot.desk.messages import CARD, Pair
from bot.desk.subject import subject
from bot.desk.tickets import TicketView
from handlers.asker import blocked
from handlers.desk import live_location
from handlers.desk.desk_card import shown_before, who
from handlers.desk.desk_content import Content, content, plain
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_passing import LIVE, changes, replaced
from handlers.turn import Turn
from storage.desk import IN


def edited(turn: Turn) -> bool:
    """Whether the asker edited a message that staff have: they see the new text, and what it said before."""
    found = [p for p in messages.by_origin(turn.session, turn.chat.id, turn.message.message_id) if p.direction == IN]
    what = content(turn.message)
    if not found:
        return False
    if blocked.refused(turn):
        return True
    card = next((p for p in found if p.kind == CARD), None)
    copies = [p for p in found if p.kind != CARD]
    if what is None or not _follow(turn, card, copies, what):
        return True
    ticket, group = tickets.get(turn.session, found[0].ticket_id), StaffGroup.of(turn)
    if ticket.is_open and ticket.answered_at is not None and ticket.answered_at > found[0].at:
        group.say(ticket, "staff-changed-after", reply_to=found[0].copy_message_id, sound=True, name=who(ticket.name))
    heir = tickets.heir(turn.session, ticket)
    if heir.is_open and heir.id != ticket.id:  # its own topic is closed: nobody would see it there
        text = shown_before(what.text or "")
        group.say(heir, "merge-edited", number=str(ticket.id), name=who(ticket.name), text=text)
    turn.react("👌")
    return True


def _follow(turn: Turn, card: Pair | None, copies: list[Pair], what: Content) -> bool:
    """The card and the copies show it as it is now. Returns whether there is anything to say of it."""
    group = StaffGroup.of(turn)
    if copies and copies[0].kind == LIVE:
        live_location.follow(group, turn.services.staff_chat(), copies[0], what)
        return False
    ticket = tickets.get(turn.session, (card or copies[0]).ticket_id)
    other_words = card is not None and (card.text or "") != (what.text or "")
    if card is not None and other_words:
        _edit_question(group, ticket, card, what)
    changed = bool(copies) and (copies[0].text != what.html or replaced(what, copies[0]))
    return (changed and _edit_copies(group, ticket, copies, what)) or other_words


def _edit_question(group: StaffGroup, ticket: TicketView, card: Pair, what: Content) -> None:
    text = what.text or ""
    values = {"text": text, "first_text": ticket.text, "subject": subject(text), "edited_at": group.now}
    tickets.put(group.session, ticket.id, **values)
    messages.change_text(group.session, card, text)
    changed = tickets.get(group.session, ticket.id)
    alike.link(group.session, changed, group.services.rulers)
    group.refresh(changed)


def _edit_copies(group: StaffGroup, ticket: TicketView, found: list[Pair], what: Content) -> bool:
    before = shown_before(plain(found[0].text or "")) if found[0].text != what.html else ""
    foot = group.t("staff-copy-foot", clock=group.clock(), before=before)
    if not before:
        foot = group.t("staff-copy-foot-short", clock=group.clock())
    made = changes(what, found, group.copy_head(ticket), foot)
    for change in made:
        group.change(ticket, change, what)
    return bool(made)
