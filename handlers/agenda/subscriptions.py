"""/meldingen: where, about what, which messages; and stopping (conversations 15 and 19).

Two choices and it is on; before that, nothing is.
"""

from __future__ import annotations

from telegram.ext import filters

from bot.agenda import choices
from bot.texts import Texts
from handlers.agenda import choose_place, choose_themes
from handlers.agenda.choice_overview import ask_themes, on_word, overview, where
from handlers.agenda.choice_presses import Done, Kinds, Open, Set
from handlers.agenda.choose_place import ask_place, expected_place
from handlers.agenda.event_messages import StopMessages
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn


def register(front: Front) -> None:
    """The command and its buttons."""
    front.command("meldingen", open_anew, filters.ChatType.PRIVATE)
    front.command("stop", stop, filters.ChatType.PRIVATE)
    choose_place.register(front)
    choose_themes.register(front)
    front.press(Open, open_)
    front.press(Kinds, show_kinds)
    front.press(Set, set_kinds)
    front.press(Done, done)
    front.press(StopMessages, stop_pressed)


def open_button(t: Texts) -> Button:
    """[ Meldingen ], for under other messages."""
    return Button(t.plain("subscriptions-button"), Open(anew=1))


def open_anew(turn: Turn) -> None:
    """/meldingen."""
    open_(turn, Open(anew=1))


def open_(turn: Turn, press: Open) -> None:
    """The first choice for who chose nothing yet, else the overview."""
    mine = choices.of(turn.session, turn.member)
    if not mine.has_place:
        ask_place(turn, turn.t("ask-place"), 0, anew=bool(press.anew))
    elif not mine.has_theme:
        ask_themes(turn, where(turn.t, mine), anew=bool(press.anew))
    else:
        overview(turn, anew=bool(press.anew))


def show_kinds(turn: Turn, _press: Kinds) -> None:
    """News and reminders, each with whether it is on."""
    t, mine = turn.t, choices.of(turn.session, turn.member)
    news = Button(t.plain("kind-news", state=on_word(t, mine.news)), Set(int(not mine.news), int(mine.reminders), "k"))
    reminders = Button(
        t.plain("kind-reminders", state=on_word(t, mine.reminders)), Set(int(mine.news), int(not mine.reminders), "k")
    )
    turn.replace("kinds", [[news, reminders], [Button(t.plain("back-button"), Open())]])


def set_kinds(turn: Turn, press: Set) -> None:
    """Switch them."""
    choices.switch(turn.session, turn.member, bool(press.news), bool(press.reminders))
    if press.then == "k":
        show_kinds(turn, Kinds())
    elif press.then == "r":
        turn.replace("resumed", [[Button(turn.t.plain("change-button"), Open())]])
    else:
        overview(turn)


def done(turn: Turn, _press: Done) -> None:
    """The buttons go, but for a way back."""
    turn.expect(None)
    turn.rebutton([[Button(turn.t.plain("change-button"), Open())]])


def stop(turn: Turn) -> None:
    """The word "stop": everything off at once."""
    was = choices.of(turn.session, turn.member)
    choices.switch(turn.session, turn.member, news=False, reminders=False)
    if not was.anything_on:
        turn.say("stopped-already", [[Button(turn.t.plain("choose-button"), Open())]])
        return
    again = Set(int(was.news), int(was.reminders), "r")
    turn.say("stopped", [[Button(turn.t.plain("resume-button"), again)]])


def stop_pressed(turn: Turn, _press: StopMessages) -> None:
    """[ Stop meldingen ] under something that went to many: that message keeps its text."""
    if turn.in_staff_group:
        return turn.toast("stop-example")
    turn.rebutton([])
    stop(turn)


__all__ = ["expected_place", "open_button", "register", "stop"]
