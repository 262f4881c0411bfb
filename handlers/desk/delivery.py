"""How messages of tickets ended: copies are paired, staff see 👌 or why not. Pictures of answers tell it here too."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.desk import messages, tickets
from bot.desk.messages import NO_MESSAGE, Pair
from bot.desk.tickets import TicketView
from bot.telegram.outcomes import Outcome, Result
from bot.texts import texts
from handlers.agenda import news_afterwards, news_sending
from handlers.asker import my_data
from handlers.asker.asker import person_button
from handlers.asking import answer_media
from handlers.desk import desk_notes, erased, gone, overview, silence, take_back, undelivered
from handlers.desk.desk_card import who
from handlers.desk.desk_group import CARD_EDIT, NOTICE, PASSED, SHOWN_CARD, TOPIC, StaffGroup
from handlers.desk.desk_notes import ANSWER, CORRECTION, SAID_BY, TOLD
from handlers.desk.desk_presses import TellChanged
from handlers.presses import Button
from handlers.services import Services
from storage.desk import OUT, Ticket
from storage.sending import Outgoing

log = logging.getLogger(__name__)

BLOCKED = "blocked"
# Kept for when the person, or the bot in the staff group, is back. What is not here is of no use later.
HELD = frozenset(
    {TOPIC, SHOWN_CARD, CARD_EDIT, PASSED, NOTICE, ANSWER, SAID_BY, CORRECTION, TOLD, overview.OVERVIEW} | erased.HELD
)


def outcomes(services: Services) -> Mapping[str, Outcome]:
    """Who hears how a row ended, by the row's purpose."""
    desk = _Desk(services)
    return {
        SAID_BY: desk.paired,
        TOLD: desk.paired,
        silence.ASKED: desk.paired,
        PASSED: desk.passed,
        ANSWER: desk.answered,
        CORRECTION: desk.corrected,
        **answer_media.outcomes(),
        **overview.outcomes(),
        **erased.outcomes(services),
        **my_data.outcomes(),
        **gone.outcomes(services),
        **news_sending.outcomes(services),
        **news_afterwards.outcomes(),
        **take_back.outcomes(services),
    }


@dataclass(frozen=True, slots=True)
class _Desk:
    services: Services

    def paired(self, session: Session, row: Outgoing, result: Result) -> None:
        """It arrived: from now on a reply to it finds its ticket."""
        if result.ok and result.value is not None:
            messages.delivered(session, row.id, row.chat_id, _message_ids(result.value))

    def passed(self, session: Session, row: Outgoing, result: Result) -> None:
        """What the asker sent is with staff; could it not be copied, then they hear that."""
        self.paired(session, row, result)
        ticket = self._ticket(session, row.ref)
        if result.kind == BLOCKED or ticket is None:
            return
        group, t = self._group(session), texts(ticket.language)
        if result.ok and (row.attempts > 1 or gone.replies_to_nothing(row, result)):
            group.refresh(ticket)  # an edit finds out whether the card is gone
        if not result.ok:
            desk_notes.tell(group, ticket, t("desk-cannot-pass"), [[person_button(t)]])
            group.say(ticket, "talk-in-refused", name=who(ticket.name))
        elif _lacks(row, result):
            desk_notes.tell(group, ticket, t("talk-not-all"), [[person_button(t)]])

    def answered(self, session: Session, row: Outgoing, result: Result) -> None:
        """The answer is with the asker: 👌. Or it is not, and staff hear why."""
        self.paired(session, row, result)
        pairs, ticket = messages.by_row(session, row.id), self._ticket(session, row.ref)
        if result.ok and ticket is not None:
            undelivered.arrived(self._group(session), ticket, row)
        if not pairs or pairs[0].message_id == NO_MESSAGE:
            if not result.ok:
                self._not_delivered(session, row, result, None)
            return
        last, shared = self._is_last(session, pairs[0], row.id), messages.is_shared(session, pairs[0])
        if ticket is not None and _lacks(row, result):
            self._group(session).say(
                ticket, "talk-not-all-sent", reply_to=self._reply_to(session, pairs[0]), sound=True
            )
        if not result.ok and (last or result.kind != BLOCKED):
            self._not_delivered(session, row, result, self._reply_to(session, pairs[0]))
        elif result.ok and last and not shared:
            self._delivered(session, ticket, pairs[0])

    def corrected(self, session: Session, row: Outgoing, result: Result) -> None:
        """The correction is with the asker. Said once a message."""
        pair = messages.get(session, row.ref) if row.ref is not None else None
        ticket = self._ticket(session, pair.ticket_id if pair else None)
        if pair is None or ticket is None:
            return
        if result.kind == BLOCKED:
            return undelivered.correction(self._group(session), ticket, pair, self._reply_to(session, pair))
        if result.ok and messages.is_shared(session, pair):  # staff hear it where they wrote it
            return
        group, name = self._group(session), who(ticket.name)
        if not result.ok:
            group.say(ticket, "staff-not-corrected", reply_to=self._reply_to(session, pair), sound=True, name=name)
            return
        key = f"corrected:{pair.chat_id}:{pair.message_id}"
        if not messages.said_before(session, key):
            tell = Button(group.t.plain("staff-tell-button", name=name), TellChanged(ticket.id, pair.message_id))
            reply_to = self._reply_to(session, pair)
            group.say(ticket, "staff-corrected", [[tell]], reply_to=reply_to, key=key, name=name)

    def _not_delivered(self, session: Session, row: Outgoing, result: Result, reply_to: int | None) -> None:
        ticket = self._ticket(session, row.ref)
        if ticket is not None:
            undelivered.tell(self._group(session), ticket, row, result, reply_to)

    def _delivered(self, session: Session, ticket: TicketView | None, pair: Pair) -> None:
        """👌 on the message; in words where it was written in the group as it was before it got another number."""
        group = self._group(session)
        if pair.chat_id == self.services.staff_chat():
            group.react(pair.chat_id, pair.message_id)
        elif ticket is not None:
            group.say(ticket, "staff-delivered", name=who(ticket.name))

    def _reply_to(self, session: Session, pair: Pair) -> int | None:
        """The message of staff to which a notice about it can be a reply; None when it stands elsewhere."""
        here = pair.chat_id == self.services.staff_chat() and not messages.is_shared(session, pair)
        return pair.message_id if here else None

    def _is_last(self, session: Session, pair: Pair, row_id: int) -> bool:
        """Of an answer in parts, 👌 comes with the last."""
        parts = [
            p
            for p in messages.by_origin(session, pair.chat_id, pair.message_id)
            if p.direction == OUT and p.ticket_id == pair.ticket_id
        ]
        return not parts or parts[-1].outbox_id == row_id

    def _group(self, session: Session) -> StaffGroup:
        return StaffGroup(session, self.services, self.services.clock.now())

    def _ticket(self, session: Session, ticket_id: int | None) -> TicketView | None:
        return tickets.find(session, Ticket.id == ticket_id) if ticket_id is not None else None


def _lacks(row: Outgoing, result: Result) -> bool:
    """Whether Telegram skipped some of the messages that were to be copied together (Bot API, copyMessages)."""
    asked = row.params.get("message_ids") if row.method == "copyMessages" else None
    return bool(result.ok and asked and len(_message_ids(result.value)) < len(asked))


def _message_ids(value: Any) -> list[int]:
    """The ids of the messages that a call made: sendMessage, copyMessage or copyMessages."""
    made = value if isinstance(value, list) else [value]
    return [int(m["message_id"]) for m in made if isinstance(m, dict) and "message_id" in m]
