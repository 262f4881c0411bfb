"""/terug: an answer that should not have gone is taken away from the asker (conversation 8).

In reply to the answer it happens at once, as it may be urgent. Without one the bot shows the last answer and asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.desk import messages, taking_back, tickets
from bot.desk.messages import NO_MESSAGE, Pair
from bot.desk.ticket import Actor
from bot.telegram.outcomes import Outcome, Result
from handlers.desk import note_desk
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import shown_before, who
from handlers.desk.desk_content import plain
from handlers.desk.desk_group import StaffGroup
from handlers.desk.talk_presses import KeepAnswer, TakeBack
from handlers.desk.this_ticket import this_ticket
from handlers.front import Front
from handlers.presses import Button
from handlers.services import Services
from handlers.turn import Turn
from storage.desk import OUT
from storage.outbox import Draft, Priority, enqueue
from storage.sending import Outgoing

TAKE_BACK = "take-back"
BLOCKED = "blocked"
# By then it is not known any more who took it back; the audit has it.
NOBODY = Actor(None)


def register(front: Front) -> None:
    """The command, in both languages, and its buttons."""
    front.staff_command("terug", command)
    front.staff_command("takeback", command)
    front.press(TakeBack, confirmed, staff=True)
    front.press(KeepAnswer, keep, staff=True)


def command(turn: Turn) -> None:
    """/terug in reply to an answer, or in the topic of a ticket."""
    replied = turn.message.reply_to_message
    if replied is not None and note_desk.take_back(turn, replied):
        return
    found = messages.by_origin(turn.session, turn.chat.id, replied.message_id) if replied is not None else []
    sent = [p for p in found if p.direction == OUT]
    if sent:
        return _take_back(turn, sent[0])
    ticket = this_ticket(turn)
    answer = taking_back.last(turn.session, ticket.id) if ticket is not None else None
    if ticket is None or answer is None:
        turn.say("talk-nothing-to-take-back")
        return
    name = who(ticket.name)
    yes = Button(turn.t.plain("talk-take-back-button"), TakeBack(answer.id))
    no = Button(turn.t.plain("talk-keep-button"), KeepAnswer())
    shown = shown_before(plain(answer.text or "")) or turn.t.plain("desk-kind", kind=answer.kind)
    turn.say("talk-take-back", [[yes, no]], name=name, text=shown)


def confirmed(turn: Turn, press: TakeBack) -> None:
    """[ Haal weg ]"""
    answer = messages.get(turn.session, press.pair)
    if answer is None or answer.kind == messages.TAKEN:
        return turn.toast("button-outdated")
    turn.replace("talk-taking-back")
    _take_back(turn, answer)


def keep(turn: Turn, _press: KeepAnswer) -> None:
    """[ Niet doen ]"""
    turn.replace("talk-kept")


def _take_back(turn: Turn, answer: Pair) -> None:
    """For each asker who has it: one call deletes all of it."""
    group, by = StaffGroup.of(turn), staff(turn)
    found = taking_back.parts(turn.session, answer)
    arrived = {one.ticket_id: one for one in taking_back.stop(turn.session, found)}
    for ticket_id in dict.fromkeys(p.ticket_id for p in found):
        ticket = tickets.get(turn.session, ticket_id)
        tickets.audit(turn.session, "take-back", ticket_id, by, turn.now, message=answer.message_id)
        one = arrived.get(ticket_id)
        if one is None:
            first = next(p for p in found if p.ticket_id == ticket_id)
            _gone(group, first, "talk-stopped")
            continue
        calls: list[tuple[str, dict[str, Any], int | None]] = [("deleteMessage", {}, row) for row in one.on_their_way]
        if one.message_ids:
            calls.append(("deleteMessages", {"message_ids": sorted(one.message_ids)}, None))
        for method, payload, row in calls:
            draft = Draft(ticket.member_id, method, payload, target_id=row, purpose=TAKE_BACK, ref=one.pair_id)
            draft.priority = Priority.STAFF
            enqueue(turn.session, draft)


def _gone(group: StaffGroup, answer: Pair, name: str) -> None:
    """The asker does not have it (any more): the card shows it, 👌 goes, and whoever took it back hears it."""
    stepped = taking_back.gone(group.session, answer, NOBODY, group.now)
    ticket = tickets.get(group.session, answer.ticket_id)
    if stepped is not None:
        group.refresh(stepped.ticket, stepped.before)
    here = answer.message_id != NO_MESSAGE and answer.chat_id == group.services.staff_chat()
    own = here and not messages.is_shared(group.session, answer)
    if own:
        payload = {"reaction": [], "message_id": answer.message_id}
        enqueue(group.session, Draft(answer.chat_id, "setMessageReaction", payload, priority=Priority.STAFF))
    reply_to, left = (answer.message_id if own else None), "none" if stepped is not None else "some"
    group.say(ticket, name, reply_to=reply_to, name=who(ticket.name), left=left)


def outcomes(services: Services) -> Mapping[str, Outcome]:
    """Who hears whether it was deleted."""
    return {TAKE_BACK: _Deleted(services).ended}


@dataclass(frozen=True, slots=True)
class _Deleted:
    services: Services

    def ended(self, session: Session, row: Outgoing, result: Result) -> None:
        answer = messages.get(session, row.ref) if row.ref is not None else None
        if answer is None or answer.kind == messages.TAKEN:
            return
        group = StaffGroup(session, self.services, self.services.clock.now())
        if result.ok:
            return _gone(group, answer, "talk-taken-back")
        ticket, why = tickets.get(session, answer.ticket_id), "blocked" if result.kind == BLOCKED else "late"
        here = answer.chat_id == self.services.staff_chat() and not messages.is_shared(session, answer)
        reply_to = answer.message_id or None if here else None
        group.say(ticket, "talk-not-taken-back", reply_to=reply_to, sound=True, name=who(ticket.name), why=why)
