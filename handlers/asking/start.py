"""The first time, a link to an answer, and help (conversations 1 and 14)."""

from __future__ import annotations

from dataclasses import dataclass

from telegram.ext import filters

import faq
from bot.knowledge import asked
from bot.texts import Texts, parts
from bot.texts.render import Html
from handlers.agenda import agenda, subscriptions
from handlers.asker import human
from handlers.asking import answer_media, answers, browse, links
from handlers.desk import promises
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn

# Longer names, and names without a letter, are left out of the greeting.
LONGEST_NAME = 20


@dataclass(frozen=True)
class Nevermind(Press, prefix="never"):
    """ "Toch niet", "Nee, laat maar": nothing is passed on."""


def register(front: Front) -> None:
    """Commands of a private chat."""
    private = filters.ChatType.PRIVATE
    front.command("start", start, private)
    front.command("help", show_help, private)
    front.press(Nevermind, nevermind)


def start(turn: Turn) -> None:
    """/start, also from a link to an answer (?start=faq_<id>). A link that we do not know is a plain /start."""
    link = turn.text.partition(" ")[2].strip()
    turn.expect(None)
    for kind in (links.POSTER, links.READ_ON):
        if link.startswith(kind):
            return from_link(turn, kind, link.removeprefix(kind))
    if turn.me.welcomed:
        if not subscriptions.back_again(turn, greeting_name(turn.me.first_name)):
            turn.say("welcome-again", start_rows(turn.t))
    else:
        turn.member.welcomed = True
        network = turn.services.settings.network.name
        turn.say("welcome", start_rows(turn.t), name=greeting_name(turn.me.first_name), network=network)


def from_link(turn: Turn, kind: str, entry_id: str) -> None:
    """Someone follows a link to an answer; who is new here reads at once what this is."""
    entry = turn.services.knowledge.entry(entry_id)
    if entry is None:
        turn.say("entry-gone", start_rows(turn.t))
    elif turn.me.welcomed:
        answers.show_entry(turn, entry_id)
    else:
        turn.member.welcomed = True
        _welcome_with(turn, entry, "poster" if kind == links.POSTER else "read-on")


def _welcome_with(turn: Turn, entry: faq.Entry, name: str) -> None:
    """One message with who we are and the answer; a long answer stands apart, so that it can be found again."""
    t, settings = turn.t, turn.services.settings
    number = asked.record(turn.session, turn.me.id, entry.question, faq.Answer(entry, 1.0), turn.now)
    rows, answer = answers.answer_rows(t, entry, number), answers.answer_html(turn, entry)
    head, foot = t(name, network=settings.network.name), t("poster-foot")
    whole = Html(f"{head}\n{answer}\n\n{foot}")
    if len(parts.split(whole)) == 1:
        answer_media.say(turn, entry, whole, rows)
    else:
        turn.say_html(Html(f"{head}\n{foot}"))
        answer_media.say(turn, entry, answer, rows)
    answers.remember(turn, entry.id, number)


def show_help(turn: Turn) -> None:
    """/help and the word "help"."""
    hours = promises.week(turn.t, turn.services.hours) or "none"
    turn.say("help", [[browse.browse_button(turn.t), human.person_button(turn.t)]], hours=hours)


def nevermind(turn: Turn, _press: Nevermind) -> None:
    """The person does not want to pass anything on after all."""
    turn.expect(None)
    turn.replace("not-passed-on", [[human.person_button(turn.t)]])


def start_rows(t: Texts) -> Rows:
    """The three buttons of /start."""
    return [[browse.browse_button(t)], [agenda.agenda_button(t), human.person_button(t)]]


def greeting_name(first_name: str) -> str:
    """The name to greet with; "none" when it is better left out."""
    fits = len(first_name) <= LONGEST_NAME and any(c.isalpha() for c in first_name)
    return first_name if fits else "none"


def leave_button(t: Texts) -> Button:
    """[ Nee, laat maar ]"""
    return Button(t.plain("no-leave-button"), Nevermind())
