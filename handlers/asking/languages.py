"""In which language we talk: that of what someone writes, until they choose one (conversation 13)."""

from __future__ import annotations

from dataclasses import dataclass

from telegram.ext import filters

import faq
from bot.knowledge import asked
from bot.texts import texts
from bot.texts.render import LANGUAGES
from handlers.asker import human
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn

# Kept with the person: they chose, so what they write or their phone says changes it no more.
CHOSEN = "language_chosen"
# One word says little: "budget" and "flyer" are Dutch too.
FEWEST_WORDS = 2
# An answer in another language is offered alone when it is so many times likelier than one in theirs.
CLEARLY = 2
NAMES = {"nederlands": "nl", "dutch": "nl", "engels": "en", "english": "en"}


@dataclass(frozen=True)
class Speak(Press, prefix="speak"):
    """[ Nederlands ], [ English ]: speak this language from now on. `asked`: the question at hand, 0 for none."""

    language: str
    asked: int = 0


@dataclass(frozen=True)
class AskPersonIn(Press, prefix="askin"):
    """[ Vraag het een mens ] and [ Ask a person ], side by side: for who may read only one of them."""

    language: str
    asked: int


@dataclass(frozen=True)
class ShowAnyway(Press, prefix="anyway"):
    """[ Show Dutch answer ]"""

    asked: int


def register(front: Front) -> None:
    """/taal. The buttons that lead to an answer are registered by handlers.asking.ask."""
    for name in ("taal", "language"):
        front.command(name, offer, filters.ChatType.PRIVATE)
    front.press(AskPersonIn, ask_person_in)


def notice(turn: Turn) -> None:
    """What someone writes tells their language, more than their phone does."""
    if turn.recall(CHOSEN) or len(turn.text.split()) < FEWEST_WORDS:
        return
    written = faq.language_of(turn.text)
    if written in LANGUAGES and written != turn.me.language:
        turn.speak(written)


def named(turn: Turn) -> bool:
    """Whether someone typed the name of a language that we speak; then we do."""
    language = NAMES.get(turn.text.casefold().strip(" ./"))
    if language is None:
        return False
    choose(turn, language)
    turn.say("language-chosen")
    return True


def choose(turn: Turn, language: str) -> None:
    """Speak this language with them from now on."""
    turn.speak(language)
    turn.remember(**{CHOSEN: True})


def offer(turn: Turn) -> None:
    """/taal: which language shall we speak?"""
    turn.say("language-offer", [[Button(_name(code), Speak(code)) for code in LANGUAGES]])


def elsewhere(turn: Turn, decision: faq.Decision, asked_id: int, replace: bool = False) -> bool:
    """Whether what we know is in another language, or we do not speak theirs; then that was said."""
    say, mine = turn.replace if replace else turn.say, turn.t.language
    entry = _only_elsewhere(decision, mine)
    if entry is not None:
        rows = _anyway_rows(turn, entry.language, asked_id)
        say("only-in-other-language", rows, language=entry.language, question=entry.question)
        return True
    if not isinstance(decision, faq.Answer) and faq.language_of(turn.text) == faq.OTHER and not replace:
        button = "desk-person-button"
        say("which-languages", [[Button(texts(c).plain(button), AskPersonIn(c, asked_id)) for c in LANGUAGES]])
        return True
    return False


def switch_rows(turn: Turn, asked_id: int) -> Rows:
    """[ Nederlands ] for who is spoken to in another language than the network's, and did not choose it."""
    home = turn.services.settings.locale.language
    if turn.t.language == home or turn.recall(CHOSEN):
        return []
    return [[Button(_name(home), Speak(home, asked_id))]]


def ask_person_in(turn: Turn, press: AskPersonIn) -> None:
    """A person gets the question, and the person who asked reads on in this language."""
    if press.language not in LANGUAGES:
        return turn.toast("button-outdated")
    choose(turn, press.language)
    human.pass_on(turn, human.PassOn(press.asked))


def anyway(turn: Turn, press: ShowAnyway) -> faq.Entry | None:
    """The entry that [ Show Dutch answer ] is about, the likeliest; None when it is not there any more."""
    question = asked.get(turn.session, press.asked)
    if question is None or question.member_id != turn.me.id:
        return None
    found = question.entry_id or next((entry_id for entry_id, _ in question.candidates or []), None)
    return turn.services.knowledge.entry(found) if found else None


def _anyway_rows(turn: Turn, there: str, asked_id: int) -> Rows:
    t = turn.t
    show = Button(t.plain("show-anyway-button", language=there), ShowAnyway(asked_id))
    person = Button(t.plain("desk-person-button"), human.PassOn(asked_id))
    switch = [Button(_name(there), Speak(there, asked_id))] if there in LANGUAGES else []
    return [[show], [person, *switch]]


def _only_elsewhere(decision: faq.Decision, language: str) -> faq.Entry | None:
    """The entry that fits, when it has no text in this language, and none fits nearly as well that has."""
    match decision:
        case faq.Answer(entry) if language not in entry.languages:
            return entry
        case faq.Suggestions((best, *others)) if language not in best.entry.languages:
            rivals = [match.score for match in others if language in match.entry.languages]
            return best.entry if best.score >= CLEARLY * max(rivals, default=0) else None
    return None


def _name(language: str) -> str:
    """What a language calls itself."""
    return texts(language).plain("language-name-button")
