"""An answer and its buttons (conversation 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

import faq
from bot.knowledge import asked
from bot.texts import Texts, parts, when
from bot.texts.render import Html
from handlers.asker.asker import person_button
from handlers.asking import answer_media
from handlers.desk.desk_presses import PassOn
from handlers.presses import Button, Press, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage.outbox import OutboxRow

RELATED = 3
# Long labels are cut by phones: what fits alone in a row (writing rules).
LONGEST_LABEL = 32
# The purpose of a row of the outbox that replies to a question, whose id is its `ref`.
REPLIED = "replied"


@dataclass(frozen=True)
class Helps(Press, prefix="up"):
    """👍"""

    asked: int


@dataclass(frozen=True)
class HelpsNot(Press, prefix="down"):
    """👎"""

    asked: int


@dataclass(frozen=True)
class LeaveIt(Press, prefix="leave"):
    """After 👎: no person needed."""

    asked: int


@dataclass(frozen=True)
class MoreOnThis(Press, prefix="more"):
    """Show entries near this one, in place of the buttons."""

    entry: str


@dataclass(frozen=True)
class BackToAnswer(Press, prefix="back"):
    """The answer's own buttons again."""

    entry: str


@dataclass(frozen=True)
class ShowEntry(Press, prefix="entry"):
    """Say this entry's answer."""

    entry: str


def say_answer(
    turn: Turn, entry: faq.Entry, asked_id: int, replace: bool = False, note: Html | str = "", reply: bool = False
) -> None:
    """Give an entry's answer. `note`: Telegram HTML below it; `replace`: in place of the pressed message; `reply`: as
    a reply to the message that came in."""
    to = {"message_id": turn.message.message_id, "allow_sending_without_reply": True}
    quoted: dict[str, Any] = {"reply_parameters": to} if reply else {}
    rows = answer_rows(turn.t, entry, asked_id)
    show_answer(turn, entry, rows, replace, note, purpose=REPLIED, ref=asked_id, **quoted)
    remember(turn, entry.id, asked_id)


def reply_to(turn: Turn, asked_id: int) -> int | None:
    """The row of the outbox that made our reply to this question; None when there is none (any more)."""
    query = select(OutboxRow).where(OutboxRow.purpose == REPLIED, OutboxRow.ref == asked_id)
    row = turn.session.scalars(query).first()
    return (row.target_id or row.id) if row is not None else None


def change_answer(turn: Turn, row: int, entry: faq.Entry, asked_id: int) -> None:
    """Our reply that this row made becomes another answer, and says why; one that does not fit there is said anew."""
    html = Html(f"{turn.t('answer-changed')}\n{answer_html(turn, entry)}")
    if entry.picture is not None or len(parts.split(html)) > 1:
        say_answer(turn, entry, asked_id, reply=True)
        return
    payload = text_payload(html, answer_rows(turn.t, entry, asked_id))
    turn.send(turn.chat.id, "editMessageText", payload, target_id=row, purpose=REPLIED, ref=asked_id)
    remember(turn, entry.id, asked_id)


def show_answer(
    turn: Turn, entry: faq.Entry, rows: Rows, replace: bool = False, note: Html | str = "", **params: Any
) -> None:
    """An entry's answer with these buttons under it, and its picture. See `say_answer`; `params`: of Turn.say_html."""
    html = answer_html(turn, entry)
    if parts.length(html) > parts.MESSAGE:
        params.pop("purpose", None)  # of several messages none can become another answer
    if replace and turn.typed is None:
        turn.replace_html(html, rows)
        answer_media.show(turn, entry)
    elif note and len(parts.split(f"{html}\n\n{note}")) > 1:  # so that the answer's last message can be found again
        answer_media.say(turn, entry, html, None, **params)
        turn.say_html(note, rows)
    else:
        answer_media.say(turn, entry, Html(f"{html}\n\n{note}" if note else html), rows, **params)


def below(turn: Turn, entry: faq.Entry, note: Html | str, rows: Rows) -> None:
    """The pressed message is an answer, or the last part of one: it stays, with this line and buttons below it."""
    last = parts.split(answer_html(turn, entry))[-1]
    both = f"{last}\n\n{note}" if note else last
    if turn.typed is not None:
        turn.say_html(note or last, rows)
    elif parts.length(both) <= (parts.CAPTION if turn.pressed_captioned else parts.MESSAGE):
        turn.replace_html(both, rows)
    else:
        turn.rebutton([])
        turn.say_html(note, rows)


def remember(turn: Turn, entry_id: str, asked_id: int) -> None:
    """Keep what the conversation is about, for a short follow-up."""
    last = {"entry": entry_id, "asked": asked_id, "at": turn.now.isoformat()}
    turn.remember(last=last)


def show_entry(turn: Turn, entry_id: str) -> None:
    """Someone chose this answer: from a poster, a list, or "Meer hierover"."""
    entry = turn.services.knowledge.entry(entry_id)
    if entry is None:
        turn.say("entry-gone", [[person_button(turn.t)]])
        return
    decision = faq.Answer(entry, 1.0)
    say_answer(turn, entry, asked.record(turn.session, turn.me.id, entry.question, decision, turn.now))


def answer_html(turn: Turn, entry: faq.Entry) -> Html:
    """The entry's question, its answer, that a program gave it, and when staff last checked it.

    In the person's language where it is there in that; else as it is, and it says so.
    """
    t, told = turn.t, entry.told_in(turn.t.language)
    answer, month = turn.services.knowledge.html(entry, t.language), checked(turn.services, t, entry)
    html = t("answer-shown", question=told.question, answer=answer, checked=month)
    if t.language in entry.languages:
        return html
    return Html(f"{html}\n{t('answer-in-other-language', language=entry.language)}")


def checked(services: Services, t: Texts, entry: faq.Entry) -> str:
    """The month in which staff last found the answer right, as `answer-bot` takes it; "none" when nobody said so."""
    at = services.knowledge.checked_at(entry.id)
    return when.month(at.astimezone(services.settings.zone), t.language) if at is not None else "none"


def answer_rows(t: Texts, entry: faq.Entry, asked_id: int) -> Rows:
    """The buttons under an answer: four, and [ Luister ] where it is spoken."""
    rows: Rows = [
        [
            Button(t.plain("helps-button"), Helps(asked_id)),
            Button(t.plain("helps-not-button"), HelpsNot(asked_id)),
        ],
        [person_button(t), Button(t.plain("related-button"), MoreOnThis(entry.id))],
    ]
    return rows + answer_media.listen_rows(t, entry)


def helps(turn: Turn, press: Helps) -> None:
    """👍: thanks, and only the way to a person stays."""
    asked.feedback(turn.session, press.asked, "up")
    turn.toast("thanks-toast")
    turn.rebutton([[person_button(turn.t)]])
    if turn.typed is not None:
        turn.say("glad-reply")


def helps_not(turn: Turn, press: HelpsNot) -> None:
    """👎: the answer stays; shall a person look?"""
    asked.feedback(turn.session, press.asked, "down")
    ask = Button(turn.t.plain("yes-ask-button"), PassOn(press.asked))
    leave = Button(turn.t.plain("no-leave-button"), LeaveIt(press.asked))
    _below(turn, press.asked, "answer-helped-not", [[ask, leave]])


def leave_it(turn: Turn, press: LeaveIt) -> None:
    """No person needed."""
    _below(turn, press.asked, "left-alone", [[person_button(turn.t)]])


def more_on_this(turn: Turn, press: MoreOnThis) -> None:
    """The buttons become entries near this one."""
    knowledge = turn.services.knowledge
    entry = knowledge.entry(press.entry)
    if entry is None:
        return turn.toast("button-outdated")
    near = faq.related(knowledge.index, entry, RELATED)
    rows = [[Button(short(e.told_in(turn.t.language).question), ShowEntry(e.id))] for e in near]
    turn.rebutton([*rows, [Button(turn.t.plain("back-button"), BackToAnswer(entry.id))]])


def back_to_answer(turn: Turn, press: BackToAnswer) -> None:
    """The answer's own buttons again."""
    entry = turn.services.knowledge.entry(press.entry)
    if entry is None:
        return turn.toast("button-outdated")
    decision = faq.Answer(entry, 1.0)
    number = asked.record(turn.session, turn.me.id, entry.question, decision, turn.now)
    turn.rebutton(answer_rows(turn.t, entry, number))


def short(text: str) -> str:
    """A text that fits on a button, cut at a word."""
    if len(text) <= LONGEST_LABEL:
        return text
    return text[: LONGEST_LABEL - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _below(turn: Turn, asked_id: int, name: str, rows: Rows) -> None:
    """The pressed answer stays, with a line below it."""
    question = asked.get(turn.session, asked_id)
    entry_id = question and (question.chosen_id or question.entry_id)
    entry = turn.services.knowledge.entry(entry_id) if entry_id else None
    if entry is None:
        turn.replace(name, rows)
    else:
        below(turn, entry, turn.t(name), rows)
