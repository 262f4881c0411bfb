"""[ Schrijf er iets bij ]: what someone wants to say about the help, once they rated it (conversation 4).

Only a reply to the bot's own question counts as a remark: anything else that they type is an ordinary message.
"""

from __future__ import annotations

from sqlalchemy import select

from bot.desk import tickets
from bot.desk.names import cut
from bot.desk.tickets import TicketView
from bot.texts import Texts
from handlers.asker.asker import me, owned
from handlers.asker.blocked import unless_blocked
from handlers.desk.desk_group import StaffGroup
from handlers.desk.desk_presses import WriteRemark
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn
from storage.outbox import OutboxRow

# The purpose of the question in the outbox; its ref is the ticket.
REMARK = "remark"
# What is kept of a remark; the card shows less.
LONGEST = 1000


def register(front: Front) -> None:
    """The button. Replies come by handlers.private."""
    front.press(WriteRemark, unless_blocked(ask))


def remark_button(t: Texts, ticket: TicketView) -> Button:
    """[ Schrijf er iets bij ]"""
    return Button(t.plain("desk-remark-button"), WriteRemark(ticket.id))


def ask(turn: Turn, press: WriteRemark) -> None:
    """What do you want to say? The phone opens a reply to it."""
    ticket = owned(turn, press.ticket)
    if ticket is None or ticket.rating is None:
        return turn.toast("button-outdated")
    turn.say_html(turn.t("desk-remark-ask"), purpose=REMARK, ref=ticket.id, reply_markup={"force_reply": True})


def given(turn: Turn) -> bool:
    """A reply to that question is kept with the ticket, and shown on its card. Given again, the last one counts."""
    ticket = _asked_about(turn)
    if ticket is None:
        return False
    tickets.put(turn.session, ticket.id, remark=cut(turn.text, LONGEST))
    tickets.audit(turn.session, "remark", ticket.id, me(turn), turn.now)
    StaffGroup.of(turn).refresh(tickets.get(turn.session, ticket.id))
    turn.say("desk-remark-kept")
    return True


def _asked_about(turn: Turn) -> TicketView | None:
    replied = turn.message.reply_to_message
    if replied is None:
        return None
    query = select(OutboxRow.ref).where(
        OutboxRow.chat_id == turn.chat.id, OutboxRow.message_id == replied.message_id, OutboxRow.purpose == REMARK
    )
    number = turn.session.execute(query).scalar()
    return owned(turn, number) if number is not None else None
