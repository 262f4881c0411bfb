"""/privacy, /mijngegevens, /vergeetmij: what is kept of someone; giving it to them; letting it go (19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session
from telegram.ext import filters

from bot.desk.tickets import Actor
from bot.privacy import holdings
from bot.privacy.holdings import Counts
from bot.telegram.outcomes import Outcome, Result
from bot.texts import Texts
from handlers.agenda import rsvp
from handlers.asker import my_data_file
from handlers.asker.asker import person_button
from handlers.desk import erased
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn, text_payload
from storage.outbox import OutboxRow
from storage.sending import Outgoing

# The purpose of the last message to someone: its row goes when it was sent, since it bears their number.
FAREWELL = "farewell"


@dataclass(frozen=True)
class ShowData(Press, prefix="my-data"):
    """[ Mijn gegevens ]"""


@dataclass(frozen=True)
class AskErase(Press, prefix="erase-ask"):
    """[ Wis alles ] under something else: first what goes."""


@dataclass(frozen=True)
class Erase(Press, prefix="erase"):
    """[ Wis alles ]: it goes. `questions`: how many were shown."""

    questions: int


@dataclass(frozen=True)
class KeepData(Press, prefix="erase-not"):
    """[ Niet doen ]"""


def register(front: Front) -> None:
    """The commands, in both languages, and the buttons."""
    private = filters.ChatType.PRIVATE
    front.command("privacy", privacy, private)
    for name in ("mijngegevens", "mydata"):
        front.command(name, show_data, private)
    for name in ("vergeetmij", "forgetme"):
        front.command(name, ask_erase, private)
    front.press(ShowData, lambda turn, _press: show_data(turn))
    front.press(AskErase, lambda turn, _press: ask_erase(turn))
    front.press(Erase, erase)
    front.press(KeepData, keep_data)


def outcomes() -> Mapping[str, Outcome]:
    """The last message to someone leaves no trace."""
    return {FAREWELL: _forget_row}


def privacy(turn: Turn) -> None:
    """/privacy."""
    mine = Button(turn.t.plain("my-data-button"), ShowData())
    months = turn.services.settings.privacy.keep_months
    turn.say("privacy", [[mine, _ask_button(turn.t)], [person_button(turn.t)]], months=months)


def show_data(turn: Turn) -> None:
    """/mijngegevens: a file that a person can read, and a computer too."""
    found = holdings.holdings(turn.session, turn.member)
    file = my_data_file.html_file(turn.services, turn.t, found, turn.now)
    turn.say_file(file, turn.t("my-data"), [[_ask_button(turn.t)]])


def ask_erase(turn: Turn) -> None:
    """/vergeetmij: what goes, and that it cannot be undone."""
    found = holdings.counts(turn.session, turn.me.id)
    turn.say_html(_what_goes(turn, found), _sure_rows(turn.t, found))


def erase(turn: Turn, press: Erase) -> None:
    """[ Wis alles ]: all of it in this one transaction. Was there more than was shown, then it is shown anew."""
    found = holdings.counts(turn.session, turn.me.id)
    if found.questions != press.questions:
        turn.replace_html(_what_goes(turn, found), _sure_rows(turn.t, found))
        return
    t, blocked, member_id = turn.t, turn.me.blocked, turn.me.id
    rsvp.leave(turn, member_id)
    erased.everything(StaffGroup.of(turn), member_id, Actor(member_id))
    _say_goodbye(turn, t, blocked)


def keep_data(turn: Turn, _press: KeepData) -> None:
    """[ Niet doen ]"""
    turn.replace("erase-not")


def _what_goes(turn: Turn, found: Counts) -> str:
    open_ones = len(found.open_subjects)
    subject = (found.open_subjects[0] if open_ones == 1 else "") or "none"
    counted = {"questions": found.questions, "said": found.attendances, "open": open_ones}
    return turn.t("erase-sure", subject=subject, **counted)


def _sure_rows(t: Texts, found: Counts) -> Rows:
    """[ Wis alles ] stands alone: where it is, no other button just was."""
    yes = Button(t.plain("erase-button"), Erase(found.questions))
    return [[Button(t.plain("erase-not-button"), KeepData())], [yes]]


def _ask_button(t: Texts) -> Button:
    return Button(t.plain("erase-button"), AskErase())


def _say_goodbye(turn: Turn, t: Texts, blocked: bool) -> None:
    """Said without the turn's own means: those write down who it is."""
    payload = text_payload(t("erased", blocked="yes" if blocked else "no"), [])
    typed = turn.typed is not None or turn.pressed_id is None
    method = "sendMessage" if typed else "editMessageText"
    at = {} if typed else {"message_id": turn.pressed_id}
    turn.send(turn.chat.id, method, payload | at, purpose=FAREWELL)


def _forget_row(session: Session, row: Outgoing, _result: Result) -> None:
    session.execute(delete(OutboxRow).where(OutboxRow.id == row.id).execution_options(synchronize_session=False))
