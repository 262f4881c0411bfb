"""A question: an answer, "Bedoel je…?", or an honest "Dat weet ik niet" (conversations 2, 3 and 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import faq
from bot.knowledge import asked
from bot.texts.render import LANGUAGES, Html
from faq import pieces
from handlers.agenda import agenda
from handlers.asker import human
from handlers.asking import answers, fragments, languages, smalltalk
from handlers.asking.start import leave_button
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn

# "en kinderen?": so few words, so soon after an answer, are about that answer.
FOLLOW_UP_WORDS, FOLLOW_UP_WITHIN = 4, timedelta(minutes=10)
# ... unless they fit another answer this well: a wish to speak to someone is no question about funds.
CLEARLY = 0.8
# "Ik voel me zo alleen" is no question about loneliness; a longer text that we know the answer to is.
SHORT = 9


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
    front.press(languages.Speak, speak)
    front.press(languages.ShowAnyway, show_anyway)


def question(turn: Turn) -> bool:
    """Any text that nothing else took, with the pieces before it."""
    kind, index = smalltalk.what(turn.text), turn.services.knowledge.index
    another = kind is None and pieces.apart(index, fragments.so_far(turn), turn.text)
    if another:
        fragments.let_go(turn)
    before = fragments.before(turn)
    if kind is not None and (before is None or before.shown or not before.text):
        return _small_talk(turn, kind)
    piece = turn.text if kind is None else ""
    text, decision = pieces.read(index, before.text if before is not None else "", piece)
    if not isinstance(decision, faq.Answer) and _answered_by_last(turn, decision, index):
        return True
    ticket = human.open_ticket(turn)
    if _sad_or_angry(turn, piece, decision, to_person=ticket is not None):
        return True
    if ticket is not None and not isinstance(decision, faq.Answer):
        return human.follow_up(turn)
    if before is not None:
        fragments.take_away(turn, before, whole=before.text in text)
    if isinstance(decision, faq.Unknown) and len(text.split()) == 1:
        fragments.say_later(turn, turn.t(smalltalk.REPLIES[smalltalk.NOISE]), None, text)
        return True
    number = asked.record(turn.session, turn.me.id, text, decision, turn.now, turn.message.message_id)
    if isinstance(decision, faq.Answer) and ticket is not None:
        human.answer_beside_ticket(turn, decision.entry, number)
    elif not languages.elsewhere(turn, decision, number):
        _respond(turn, text, decision, number, reply=another or before is not None)
    return True


def _respond(turn: Turn, text: str, decision: faq.Decision, asked_id: int, reply: bool) -> None:
    """A sure answer goes at once; what we doubt waits a moment for more."""
    if isinstance(decision, faq.Answer):
        answers.say_answer(turn, decision.entry, asked_id, reply=reply)
    else:
        html, rows = _unsure(turn, decision, asked_id)
        fragments.say_later(turn, html, rows, text, asked_id, purpose=answers.REPLIED)


def _unsure(turn: Turn, decision: faq.Suggestions | faq.Unknown, asked_id: int) -> tuple[Html, Rows]:
    """Suggestions, or "Dat weet ik niet"."""
    if isinstance(decision, faq.Suggestions):
        name = "suggestions" if len(decision.matches) > 1 else "suggestion"
        rows = suggestion_rows(turn, len(decision.matches), asked_id)
        return turn.t(name, list=_numbered(turn, decision.matches)), rows
    return turn.t("unknown"), [*pass_on_rows(turn, asked_id), *languages.switch_rows(turn, asked_id)]


def speak(turn: Turn, press: languages.Speak) -> None:
    """[ Nederlands ]: that language from now on, and what we know of the question at hand in it."""
    if press.language not in LANGUAGES:
        return turn.toast("button-outdated")
    languages.choose(turn, press.language)
    question = asked.get(turn.session, press.asked) if press.asked else None
    if question is None or not question.text or question.member_id != turn.me.id:
        turn.replace("language-chosen")
        return
    decision = turn.services.knowledge.index.decide(question.text)
    if languages.elsewhere(turn, decision, question.id, replace=True):
        return
    if isinstance(decision, faq.Answer):
        answers.say_answer(turn, decision.entry, question.id, replace=True)
    else:
        turn.replace_html(*_unsure(turn, decision, question.id))


def show_anyway(turn: Turn, press: languages.ShowAnyway) -> None:
    """[ Show Dutch answer ]: what they do not read well may still help."""
    entry = languages.anyway(turn, press)
    if entry is None:
        return turn.toast("button-outdated")
    asked.feedback(turn.session, press.asked, "chosen", entry)
    answers.say_answer(turn, entry, press.asked, replace=True)


def edited(turn: Turn) -> None:
    """A question was changed: one that waits is asked anew, an answer that fits less than another is replaced."""
    if fragments.is_about(turn, turn.message.message_id):
        fragments.drop(turn)
        question(turn)
        return
    former = asked.of_message(turn.session, turn.me.id, turn.message.message_id)
    decision = turn.services.knowledge.index.decide(turn.text) if former is not None and turn.text else None
    if former is None or former.ticket_id is not None or not isinstance(decision, faq.Answer):
        return
    if decision.entry.id == (former.chosen_id or former.entry_id):
        return
    row = answers.reply_to(turn, former.id)
    if row is not None:
        number = asked.record(turn.session, turn.me.id, turn.text, decision, turn.now, turn.message.message_id)
        answers.change_answer(turn, row, decision.entry, number)


def _small_talk(turn: Turn, kind: str) -> bool:
    if kind in smalltalk.FOR_A_PERSON and human.open_ticket(turn) is not None:
        return human.follow_up(turn)
    if kind == "hello":
        fragments.say_later(turn, turn.t(smalltalk.REPLIES[kind]), None)
    else:
        turn.say(smalltalk.REPLIES[kind])
    return True


def _sad_or_angry(turn: Turn, text: str, decision: faq.Decision, to_person: bool) -> bool:
    """Sadness gets a kind word and a number. Anger gets a person; with a question at the desk it goes there."""
    sure = isinstance(decision, faq.Answer)
    if (not sure or len(text.split()) <= SHORT) and turn.services.crisis.is_low(text):
        rows = [[agenda.agenda_button(turn.t), human.person_button(turn.t)]]
        turn.say("crisis-low", rows, talk=turn.services.crisis.numbers["talk"])
        return True
    if sure or to_person or not smalltalk.is_insult(text, unknown=isinstance(decision, faq.Unknown)):
        return False
    smalltalk.scolded(turn)
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
    answers.show_answer(turn, entry, rows, replace=True)
    answers.remember(turn, entry.id, press.asked)


def back_to_suggestions(turn: Turn, press: BackToSuggestions) -> None:
    """The person chose the wrong one."""
    found = [e for e in _candidates(turn, press.asked) if e is not None]
    matches = tuple(faq.Match(e, 0.0) for e in found)
    turn.replace("suggestions", suggestion_rows(turn, len(matches), press.asked), list=_numbered(turn, matches))


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


def _numbered(turn: Turn, matches: tuple[faq.Match, ...]) -> str:
    told = (match.entry.told_in(turn.t.language) for match in matches)
    return "\n".join(f"{n}. {t.question}" for n, t in enumerate(told, 1))


def _answered_by_last(turn: Turn, decision: faq.Suggestions | faq.Unknown, index: faq.Index) -> bool:
    """Whether this short text is about the answer given just before; then its fitting sentence is said."""
    last = turn.recall("last")
    if not last or len(turn.text.split()) > FOLLOW_UP_WORDS:
        return False
    if turn.now - datetime.fromisoformat(last["at"]) > FOLLOW_UP_WITHIN:
        return False
    before = asked.get(turn.session, last["asked"])
    entry = turn.services.knowledge.entry(last["entry"])
    if before is None or entry is None or _clearly_of_another(decision, entry):
        return False
    best = index.search(f"{before.text} {turn.text}", 1)
    sentence = _sentence(turn, entry) if best and best[0].entry.id == entry.id else None
    if sentence is None:
        return False
    helps = Button(turn.t.plain("helps-button"), answers.Helps(last["asked"]))
    turn.say("answer-sentence", [[helps, human.person_button(turn.t)]], sentence=sentence)
    return True


def _clearly_of_another(decision: faq.Suggestions | faq.Unknown, entry: faq.Entry) -> bool:
    """Whether the text is nearly surely about something else, although it came right after this answer."""
    if not isinstance(decision, faq.Suggestions):
        return False
    first = decision.matches[0]
    return first.entry.id != entry.id and first.score >= CLEARLY


def _sentence(turn: Turn, entry: faq.Entry) -> str | None:
    """The sentence that fits, of the answer as it was given: in the person's language if it has one in that."""
    language = turn.t.language if turn.t.language in entry.languages else entry.language
    told = entry.told_in(language)
    return faq.best_sentence(replace(entry, answer=told.answer, language=language), turn.text)
