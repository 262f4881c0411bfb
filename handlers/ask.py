"""A question: an answer, "Bedoel je…?", or an honest "Dat weet ik niet" (conversations 2, 3 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import faq
from bot.knowledge import asked
from handlers import answers, human, smalltalk
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.start import leave_button
from handlers.turn import Turn

# "en kinderen?": so few words, so soon after an answer, are about that answer.
FOLLOW_UP_WORDS, FOLLOW_UP_WITHIN = 4, timedelta(minutes=10)


@dataclass(frozen=True)
class Choose(Press, prefix="pick"):
    """One of the suggestions: the how-manieth, from 0."""

    asked: int
    number: int


@dataclass(frozen=True)
class NoneOfThese(Press, prefix="none"):
    """None of the suggestions."""

    asked: int


@dataclass(frozen=True)
class AskDifferently(Press, prefix="anew"):
    """The person will ask in other words."""


@dataclass(frozen=True)
class BackToSuggestions(Press, prefix="again"):
    """From a chosen answer back to the suggestions."""

    asked: int


def register(front: Front) -> None:
    """The buttons of answers and suggestions. Questions come by handlers.private."""
    front.press(answers.Helps, answers.helps)
    front.press(answers.HelpsNot, answers.helps_not)
    front.press(answers.LeaveIt, answers.leave_it)
    front.press(answers.MoreOnThis, answers.more_on_this)
    front.press(answers.BackToAnswer, answers.back_to_answer)
    front.press(answers.ShowEntry, lambda turn, press: answers.show_entry(turn, press.entry))
    front.press(Choose, choose)
    front.press(NoneOfThese, none_of_these)
    front.press(AskDifferently, ask_differently)
    front.press(BackToSuggestions, back_to_suggestions)


def question(turn: Turn) -> bool:
    """Any text that nothing else took."""
    if (kind := smalltalk.what(turn.text)) is not None:
        return _small_talk(turn, kind)
    index = turn.services.knowledge.index
    decision = index.decide(turn.text)
    if not isinstance(decision, faq.Answer) and _answered_by_last(turn, index):
        return True
    ticket = human.open_ticket(turn)
    if ticket is not None and not isinstance(decision, faq.Answer):
        return human.follow_up(turn)
    number = asked.record(turn.session, turn.me.id, turn.text, decision, turn.now, turn.message.message_id)
    match decision:
        case faq.Answer(entry, _) if ticket is not None:
            turn.say_html(*human.answer_beside_ticket(turn, answers.answer_html(turn, entry), number))
        case faq.Answer(entry, _):
            answers.say_answer(turn, entry, number)
        case faq.Suggestions(matches):
            name = "suggestions" if len(matches) > 1 else "suggestion"
            turn.say(name, suggestion_rows(turn, len(matches), number), list=_numbered(matches))
        case _:
            turn.say("unknown", pass_on_rows(turn, number))
    return True


def _small_talk(turn: Turn, kind: str) -> bool:
    if kind in smalltalk.FOR_A_PERSON and human.open_ticket(turn) is not None:
        return human.follow_up(turn)
    turn.say(smalltalk.REPLIES[kind])
    return True


def pass_on_rows(turn: Turn, asked_id: int) -> Rows:
    """[ Ja, vraag het ] [ Nee, laat maar ]"""
    return [[Button(turn.t.plain("yes-ask-button"), human.PassOn(asked_id)), leave_button(turn.t)]]


def suggestion_rows(turn: Turn, count: int, asked_id: int) -> Rows:
    """A short button for each suggestion: whole questions do not fit on a small phone's button."""
    choices = [Button(turn.t.plain("suggestion-button", number=str(n + 1)), Choose(asked_id, n)) for n in range(count)]
    return [choices, [Button(turn.t.plain("none-of-these-button"), NoneOfThese(asked_id))]]


def choose(turn: Turn, press: Choose) -> None:
    """The answer takes the place of the suggestions."""
    candidates = _candidates(turn, press.asked)
    entry = candidates[press.number] if press.number < len(candidates) else None
    if entry is None:
        turn.toast("button-outdated")
        return
    asked.feedback(turn.session, press.asked, "chosen", entry)
    rows = answers.answer_rows(turn.t, entry, press.asked)
    rows[1][1] = Button(turn.t.plain("back-button"), BackToSuggestions(press.asked))
    turn.replace_html(answers.answer_html(turn, entry), rows)
    answers.remember(turn, entry.id, press.asked)


def back_to_suggestions(turn: Turn, press: BackToSuggestions) -> None:
    """The person chose the wrong one."""
    found = [e for e in _candidates(turn, press.asked) if e is not None]
    matches = tuple(faq.Match(e, 0.0) for e in found)
    turn.replace("suggestions", suggestion_rows(turn, len(matches), press.asked), list=_numbered(matches))


def none_of_these(turn: Turn, press: NoneOfThese) -> None:
    """Then we have no good answer; shall a person look?"""
    asked.feedback(turn.session, press.asked, "none")
    anew = Button(turn.t.plain("ask-differently-button"), AskDifferently())
    turn.replace("none-of-these", [*pass_on_rows(turn, press.asked), [anew]])


def ask_differently(turn: Turn, _press: AskDifferently) -> None:
    """In other words, then."""
    turn.replace("ask-differently", [[human.person_button(turn.t)]])


def _candidates(turn: Turn, asked_id: int) -> list[faq.Entry | None]:
    found = asked.get(turn.session, asked_id)
    return [turn.services.knowledge.entry(entry_id) for entry_id, _ in (found and found.candidates) or []]


def _numbered(matches: tuple[faq.Match, ...]) -> str:
    return "\n".join(f"{n}. {m.entry.question}" for n, m in enumerate(matches, 1))


def _answered_by_last(turn: Turn, index: faq.Index) -> bool:
    """Whether this short text is about the answer given just before; then its fitting sentence is said."""
    last = turn.recall("last")
    if not last or len(turn.text.split()) > FOLLOW_UP_WORDS:
        return False
    if turn.now - datetime.fromisoformat(last["at"]) > FOLLOW_UP_WITHIN:
        return False
    before = asked.get(turn.session, last["asked"])
    entry = turn.services.knowledge.entry(last["entry"])
    if before is None or entry is None:
        return False
    best = index.search(f"{before.text} {turn.text}", 1)
    sentence = faq.best_sentence(entry, turn.text) if best and best[0].entry.id == entry.id else None
    if sentence is None:
        return False
    helps = Button(turn.t.plain("helps-button"), answers.Helps(last["asked"]))
    turn.say("answer-sentence", [[helps, human.person_button(turn.t)]], sentence=sentence)
    return True
