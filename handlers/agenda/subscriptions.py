"""/meldingen: where, about what, which messages; and stopping (conversations 15 and 19).

Two choices and it is on; before that, nothing is.
"""

from __future__ import annotations

from telegram.ext import filters

from bot.agenda import choices, listing
from bot.agenda.choices import Kind
from bot.texts import Texts
from handlers.agenda import choose_place, choose_themes, quiet_hours
from handlers.agenda.choice_overview import ask_themes, on_word, overview, where
from handlers.agenda.choice_presses import Done, KeepOff, Kinds, Mute, Open, Set
from handlers.agenda.choose_place import ask_place, expected_place
from handlers.agenda.event_messages import StopMessages, headline
from handlers.front import Front
from handlers.presses import Button, Rows
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
    front.press(Mute, mute)
    front.press(KeepOff, keep_off)
    front.press(Done, done)
    quiet_hours.register(front)
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
    """Each kind of message, with whether it is on."""
    t, on = turn.t, choices.of(turn.session, turn.member).kinds
    rows: Rows = [
        [Button(t.plain(f"kind-{kind}", state=on_word(t, kind in on)), Set.of(on ^ {kind}, "k"))] for kind in Kind
    ]
    turn.replace("kinds", [*rows, [Button(t.plain("back-button"), Open())]])


def set_kinds(turn: Turn, press: Set) -> None:
    """Switch them."""
    choices.switch(turn.session, turn.member, press.chosen(), turn.now)
    if press.then == "k":
        show_kinds(turn, Kinds())
    elif press.then == "r":
        turn.replace("resumed", [[Button(turn.t.plain("change-button"), Open())]])
    else:
        overview(turn)


def back_again(turn: Turn, name: str) -> bool:
    """Whether someone who blocked the bot comes back with messages on pause; then they are asked. `name`: theirs."""
    paused = turn.member.paused
    if not paused:
        return False
    off = Button(turn.t.plain("keep-off-button"), KeepOff())
    turn.say("back-again", [[Button(turn.t.plain("resume-button"), Set(paused, "r")), off]], name=name)
    return True


def keep_off(turn: Turn, _press: KeepOff) -> None:
    """They stay off, and that is not asked again."""
    choices.switch(turn.session, turn.member, (), turn.now)
    turn.replace("kept-off", [[Button(turn.t.plain("choose-button"), Open())]])


def done(turn: Turn, _press: Done) -> None:
    """The buttons go, but for a way back."""
    turn.expect(None)
    turn.rebutton([[Button(turn.t.plain("change-button"), Open())]])


def stop(turn: Turn) -> None:
    """The word "stop": everything off at once. Who counts on a gathering still hears of its changes."""
    was = choices.of(turn.session, turn.member)
    choices.switch(turn.session, turn.member, (), turn.now)
    coming = [] if turn.member.muted else listing.counts_on(turn.session, turn.me.id, turn.now)
    if not was.anything_on and not coming:
        turn.say("stopped-already", [[Button(turn.t.plain("choose-button"), Open())]])
        return
    again = Set.of(was.kinds or tuple(Kind), "r")
    rows: Rows = [[Button(turn.t.plain("resume-button"), again)]]
    if not coming:
        turn.say("stopped", rows)
        return
    rows[0].append(Button(turn.t.plain("mute-button"), Mute(again.kinds)))
    turn.say("stopped-but", rows, title=headline(coming[0].title)[0], count=len(coming))


def mute(turn: Turn, press: Mute) -> None:
    """[ Echt niets meer ]"""
    choices.mute(turn.session, turn.member, turn.now)
    turn.replace("muted", [[Button(turn.t.plain("resume-button"), Set(press.kinds, "r"))]])


def stop_pressed(turn: Turn, _press: StopMessages) -> None:
    """[ Stop meldingen ] under something that went to many: that message keeps its text."""
    if turn.in_staff_group:
        return turn.toast("stop-example")
    turn.rebutton([])
    stop(turn)


__all__ = ["expected_place", "open_button", "register", "stop"]
