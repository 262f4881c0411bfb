"""About what? Every theme, or one by one (conversation 15)."""

from __future__ import annotations

from bot.agenda import choices
from bot.agenda.choices import Kind
from handlers.agenda.choice_overview import ask_themes, network_region, overview, where
from handlers.agenda.choice_presses import AllThemes, Switch, Themes, ThemesDone
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn

AT_ONCE = 8


def register(front: Front) -> None:
    """Its buttons."""
    front.press(AllThemes, all_themes)
    front.press(Themes, show_themes)
    front.press(Switch, switch_theme)
    front.press(ThemesDone, themes_done)


def all_themes(turn: Turn, press: AllThemes) -> None:
    """Every theme."""
    choices.choose_all_themes(turn.session, turn.member)
    themes_done(turn, ThemesDone(press.new))


def show_themes(turn: Turn, press: Themes) -> None:
    """Each theme with whether it is on."""
    mine, t = choices.of(turn.session, turn.member), turn.t
    names = network_region(turn).themes
    first = press.first if 0 <= press.first < len(names) else 0
    buttons = []
    for name in names[first : first + AT_ONCE]:
        on = mine.all_themes or name in mine.themes
        label = t.plain("theme-on" if on else "theme-off", theme=name.capitalize())
        buttons.append(Button(label, Switch(first, press.new, name)))
    following = first + AT_ONCE
    rows: Rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    rows.append(
        [
            Button(t.plain("all-themes-button"), AllThemes(press.new)),
            Button(t.plain("done-button"), ThemesDone(press.new)),
        ]
    )
    if len(names) > AT_ONCE:
        rows.append([Button(t.plain("next-button"), Themes(following if following < len(names) else 0, press.new))])
    turn.replace("themes-list", rows)


def switch_theme(turn: Turn, press: Switch) -> None:
    """One theme on or off. From "all", the first press leaves only that one out."""
    here = network_region(turn)
    if press.theme not in here.themes:
        return turn.toast("button-outdated")
    if turn.member.all_themes:
        for other in here.themes:
            if other != press.theme:
                choices.toggle_theme(turn.session, turn.member, other)
    else:
        choices.toggle_theme(turn.session, turn.member, press.theme)
    show_themes(turn, Themes(press.first, press.new))


def themes_done(turn: Turn, press: ThemesDone) -> None:
    """Both choices are made: the first time, everything goes on."""
    mine = choices.of(turn.session, turn.member)
    if not mine.has_theme:
        turn.toast("themes-none")
        return ask_themes(turn, where(turn.t, mine))
    if press.new:
        choices.switch(turn.session, turn.member, tuple(Kind), turn.now)
    overview(turn)
