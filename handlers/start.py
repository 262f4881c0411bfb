"""The first time, help, and what we know of you (conversations 1 and 19)."""

from __future__ import annotations

from dataclasses import dataclass

from telegram.ext import filters

from bot.texts import Texts
from handlers import agenda, answers, browse, human
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn

# Longer names, and names without a letter, are left out of the greeting.
LONGEST_NAME = 20
FAQ_LINK = "faq_"


@dataclass(frozen=True)
class Nevermind(Press, prefix="never"):
    """ "Toch niet", "Nee, laat maar": nothing is passed on."""


def register(front: Front) -> None:
    """Commands of a private chat, and what happens when the bot joins a group."""
    private = filters.ChatType.PRIVATE
    front.command("start", start, private)
    front.command("help", show_help, private)
    front.command("privacy", privacy, private)
    front.press(Nevermind, nevermind)
    front.message(filters.StatusUpdate.NEW_CHAT_MEMBERS, joined_group)


def start(turn: Turn) -> None:
    """/start, also from a poster's link to an answer (?start=faq_<id>)."""
    link = turn.text.partition(" ")[2].strip()
    again = turn.me.welcomed
    if not again:
        turn.member.welcomed = True
    turn.expect(None)
    if link.startswith(FAQ_LINK):
        return answers.show_entry(turn, link.removeprefix(FAQ_LINK))
    if again:
        turn.say("welcome-again", start_rows(turn.t))
    else:
        network = turn.services.settings.network.name
        turn.say("welcome", start_rows(turn.t), name=greeting_name(turn.me.first_name), network=network)


def show_help(turn: Turn) -> None:
    """/help and the word "help"."""
    turn.say("help", [[browse.browse_button(turn.t), human.person_button(turn.t)]])


def privacy(turn: Turn) -> None:
    """/privacy."""
    turn.say("privacy", [[human.person_button(turn.t)]])


def nevermind(turn: Turn, _press: Nevermind) -> None:
    """The person does not want to pass anything on after all."""
    turn.expect(None)
    turn.replace("not-passed-on", [[human.person_button(turn.t)]])


def joined_group(turn: Turn) -> None:
    """Someone added the bot to a group: it says once what it is."""
    new = turn.message.new_chat_members
    if any(user.username == turn.services.bot_username for user in new) and not turn.in_staff_group:
        turn.say("group-hello")


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
