"""/leren: questions that got no good answer find one, one tap each (docs/learning.md)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from telegram import Message
from telegram.ext import filters

import faq
from bot.desk.names import clean
from bot.desk.tickets import find
from bot.knowledge import drafts, editing, gathering, learning, trial
from bot.knowledge.gathering import Gathered
from bot.knowledge.learning import Case
from bot.knowledge.trial import Trial
from handlers.curating import faq_changes, faq_drafts, faq_new
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.front import Front
from handlers.learning import learn_views
from handlers.learning.learn_presses import (
    LearnBack,
    LearnBelongs,
    LearnIgnore,
    LearnNew,
    LearnOther,
    LearnPage,
    LearnRefuse,
    LearnUndo,
    key,
)
from handlers.services import Services
from handlers.topics_of import replied_to
from handlers.turn import Turn, text_payload
from storage.desk import Ticket
from storage.learning import DRAFTED, IGNORED, OPEN, REFUSED

# What staff search by is words of the answer, not a whole question: entries that hardly fit are shown too.
FOUND, LEAST = 3, 0.01


@dataclass(frozen=True, slots=True)
class Tried:
    """The entry that a press means, and what adding to it would do; None for an entry that is gone."""

    entry: faq.Entry | None = None
    trial: Trial | None = None


def register(front: Front) -> None:
    """The command, in both languages, and its buttons, for staff only. Replies come by handlers.desk.staff_talk."""
    services = front.services

    async def collect(_message: Message) -> list[Gathered]:
        knowledge, now = services.knowledge, services.clock.now()
        return await services.db.read(gathering.collect, knowledge.index, now, knowledge.synonyms)

    async def try_out(press: LearnBelongs) -> Tried:
        return await _try_out(services, press)

    command = filters.UpdateType.MESSAGE & filters.COMMAND & filters.Regex(r"^/(leren|learn)(@|\s|$)")
    front.staff_fetched(command, collect, begin)
    front.staff_fetched_press(LearnBelongs, try_out, belongs)
    front.press(LearnPage, lambda turn, press: show(turn, press.page), staff=True)
    front.press(LearnBack, back, staff=True)
    front.press(LearnRefuse, lambda turn, press: close(turn, press.case, REFUSED), staff=True)
    front.press(LearnIgnore, lambda turn, press: close(turn, press.case, IGNORED), staff=True)
    front.press(LearnOther, other, staff=True)
    front.press(LearnNew, new, staff=True)
    front.press(LearnUndo, undo, staff=True)


def begin(turn: Turn, gathered: list[Gathered]) -> None:
    """/leren: everything that waits, put together anew; the first of it is shown."""
    gathering.arrange(turn.session, gathered)
    show(turn, 0)


def show(turn: Turn, page: int) -> None:
    """The open case at this place."""
    case = learning.open_at(turn.session, page)
    if case is None:
        turn.replace("learn-none", [])
    else:
        _show(turn, case)


def back(turn: Turn, press: LearnBack) -> None:
    """[ Terug ]: the case itself, whatever was asked about it."""
    case = _open(turn, press.case)
    if case is not None:
        learning.await_words(turn.session, case.id, None)
        _show(turn, case)


def belongs(turn: Turn, press: LearnBelongs, tried: Tried) -> None:
    """[ Hoort bij 1 ] and [ Voeg toe ]: its wordings become phrasings; is it like another entry too, then not yet."""
    case = _open(turn, press.case)
    if case is None:
        return None
    if tried.entry is None or tried.trial is None:
        return turn.toast("learn-entry-gone-toast")
    rival = tried.trial.rival
    if rival is not None and not press.sure:
        warning = learn_views.warning_html(turn.t, case, tried.entry, rival)
        turn.replace_html(warning, learn_views.warning_rows(turn.t, case, tried.entry))
        return None
    try:
        done = learning.add(turn.session, case.id, tried.entry.id, staff(turn).name, turn.now, tried.trial.elsewhere)
    except editing.NoSuchEntry:
        return turn.toast("learn-entry-gone-toast")
    if done is not None:
        _show_decided(turn, done, tried.trial)
        faq_changes.follow(turn)


def close(turn: Turn, case_id: int, state: str) -> None:
    """[ Negeren ] and [ Nee ]"""
    case = _open(turn, case_id)
    if case is not None and (done := learning.close(turn.session, case.id, state, staff(turn).name, turn.now)):
        _show_decided(turn, done)


def undo(turn: Turn, press: LearnUndo) -> None:
    """[ Ongedaan maken ]: the phrasings go, and the case waits again."""
    case = learning.undo(turn.session, press.case, staff(turn).name, turn.now)
    if case is None:
        turn.toast("button-outdated")
        return show(turn, 0)
    turn.toast("learn-undone-toast")
    _show(turn, case)
    faq_changes.follow(turn)


def other(turn: Turn, press: LearnOther) -> None:
    """[ Ander antwoord ]: a reply to this message holds words to search by."""
    case = _open(turn, press.case)
    if case is not None:
        learning.await_words(turn.session, case.id, turn.pressed_id)
        turn.replace_html(learn_views.search_html(turn.t, case), learn_views.search_rows(turn.t, case))


def on_reply(turn: Turn) -> bool:
    """Words to search by: the message that asked for them shows what was found. False: it asked for nothing."""
    replied = replied_to(turn.message)
    case = learning.of_message(turn.session, replied.message_id) if replied is not None else None
    if replied is None or case is None or not turn.text:
        return False
    matches = turn.services.knowledge.index.search(turn.text, FOUND)
    found = [(match.entry, match.score) for match in matches if match.score >= LEAST]
    html = learn_views.search_html(turn.t, case, turn.text, found)
    payload = text_payload(html, learn_views.search_rows(turn.t, case, found))
    turn.send(turn.chat.id, "editMessageText", payload | {"message_id": replied.message_id})
    return True


def new(turn: Turn, press: LearnNew) -> None:
    """[ Nieuw antwoord ]: a draft in a message of its own, filled with what staff answered when it was a ticket."""
    case = _open(turn, press.case)
    if case is None:
        return None
    there = drafts.of_ticket(turn.session, case.ticket_id) if case.ticket_id is not None else None
    if there is not None and there.is_open:
        return turn.toast("faq-draft-there")
    done = learning.close(turn.session, case.id, DRAFTED, staff(turn).name, turn.now)
    if done is not None:
        _show_decided(turn, done)
        faq_drafts.say_draft(turn, _draft(turn, case))


def _draft(turn: Turn, case: Case) -> int:
    ticket = find(turn.session, Ticket.id == case.ticket_id) if case.ticket_id is not None else None
    if ticket is not None:
        number = faq_new.from_ticket(turn, ticket)
        draft = drafts.get(turn.session, number)
        assert draft is not None
        phrasings = drafts.add_phrasings(draft.phrasings, draft.question, case.phrasings)
        drafts.edit(turn.session, number, phrasings=phrasings)
        return number
    asked_as = clean(case.wordings[0])
    return drafts.open(
        turn.session,
        staff(turn).name,
        turn.now,
        question=asked_as[:1].upper() + asked_as[1:],
        answer="",
        phrasings=[clean(text) for text in case.phrasings],
        themes=faq_new.guess_themes(turn.services.knowledge.index, asked_as),
        asked_id=case.id,
        field="answer",
    )


async def _try_out(services: Services, press: LearnBelongs) -> Tried:
    """Before the transaction: an index is built for it."""
    case = await services.db.read(learning.get, press.case)
    knowledge = services.knowledge
    entry = next((e for e in knowledge.index.entries if key(e.id) == press.entry), None)
    if case is None or case.state != OPEN or entry is None:
        return Tried(entry)
    synonyms = knowledge.synonyms
    done = await asyncio.to_thread(trial.try_out, knowledge.index, entry.id, case.addable, case.rest, synonyms)
    return Tried(entry, done)


def _open(turn: Turn, case_id: int) -> Case | None:
    """The case, when it waits; else the person sees what a colleague decided, or what is first now."""
    case = learning.get(turn.session, case_id)
    if case is not None and case.state == OPEN and case.wordings:
        return case
    if case is None or not case.wordings:
        turn.toast("button-outdated")
        show(turn, 0)
    else:
        turn.toast("staff-just-before", by=who(case.by))
        _show_decided(turn, case)
    return None


def _show(turn: Turn, case: Case) -> None:
    knowledge, total = turn.services.knowledge, learning.count_open(turn.session)
    html = learn_views.case_html(turn.t, case, total, knowledge)
    turn.replace_html(html, learn_views.case_rows(turn.t, case, total, knowledge))


def _show_decided(turn: Turn, case: Case, tried: Trial | None = None) -> None:
    entry = turn.services.knowledge.entry(case.entry_id) if case.entry_id else None
    html = learn_views.decided_html(turn.t, case, entry, tried)
    turn.replace_html(html, learn_views.decided_rows(turn.t, case, learning.count_open(turn.session)))
