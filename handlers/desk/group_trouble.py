"""Something keeps the bot from its work in the staff group: a coordinator hears it, in private, once, with what to do.

Meanwhile nothing is lost: questions wait, or come without their topic. When it is over, the same message says so.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import people
from bot.desk import tickets
from bot.telegram.group_now import Problem
from bot.texts import Texts, texts
from bot.texts.render import Html
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.outbox import HELD, Draft, OutboxRow
from storage.people import Member
from storage.staff_group import KnownGroup

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LookNow(Press, prefix="look-group"):
    """[ Kijk nu ]"""


def register(front: Front) -> None:
    """Its button."""
    front.press(LookNow, look_now)


def look_now(turn: Turn, _press: LookNow) -> None:
    """[ Kijk nu ]: the message changes when it is over."""
    turn.services.doubt_group()
    turn.toast("group-looking")


def tell(group: StaffGroup, known: KnownGroup, problem: Problem | None, waited: int) -> None:
    """Say that there is trouble, or that it is over. Another trouble than before is said in the same message."""
    if problem == known.problem:
        return
    if problem is None:
        log.info("the bot can do its work in the staff group again")
    else:
        log.error("trouble in the staff group %r: %s. %s questions wait.", known.title, problem, waited)
    if known.told:
        for row, person in known.told:
            _say(group, known, person, problem, waited, row)
    elif problem is not None:
        reachable = people.reachable(group.session, sorted(group.services.coordinators))
        known.told = [[_say(group, known, person, problem, waited), person] for person in reachable]
    known.problem_at = known.problem_at or group.now
    known.problem = problem
    if problem is None:
        known.told, known.problem_at = [], None


def waiting(session: Session, chat_id: int) -> int:
    """How many open questions have no card in the group that staff can see."""
    cards = [ticket.card_id for ticket in tickets.all_open(session) if ticket.card_id is not None]
    query = select(OutboxRow.id).where(OutboxRow.id.in_(cards), OutboxRow.state != outbox.SENT)
    return len(session.execute(query.where(OutboxRow.chat_id == chat_id)).all())


def any_held(session: Session, chat_id: int) -> bool:
    """Whether anything is kept until the bot may write in the group again."""
    query = select(OutboxRow.id).where(OutboxRow.chat_id == chat_id, OutboxRow.state == HELD).limit(1)
    return session.execute(query).scalar() is not None


def _say(
    group: StaffGroup, known: KnownGroup, person: int, problem: Problem | None, waited: int, row: int | None = None
) -> int:
    t = texts(group.session.get_one(Member, person).language)
    payload = text_payload(_html(group, t, known, problem, waited), _rows(t, problem))
    if row is None:
        return outbox.enqueue(group.session, Draft(person, "sendMessage", payload))
    outbox.enqueue(group.session, Draft(person, "editMessageText", payload, target_id=row))
    return row


def _html(group: StaffGroup, t: Texts, known: KnownGroup, problem: Problem | None, waited: int) -> Html:
    if problem is None:
        return t("group-solved", clock=group.clock(), count=waited)
    return t("group-trouble", kind=str(problem), title=known.title, count=waited)


def _rows(t: Texts, problem: Problem | None) -> Rows:
    return [[Button(t.plain("group-look-button"), LookNow())]] if problem is not None else []
