"""Browsing the answers by subject, in one message (conversation 14)."""

from __future__ import annotations

from dataclasses import dataclass

import faq
from bot.knowledge import asked, theme_names
from bot.texts import Texts
from handlers.asker.asker import person_button
from handlers.asking import answer_media, answers
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.turn import Turn

THEMES_AT_ONCE, QUESTIONS_AT_ONCE = 6, 5
# What can be typed after the bot's name, in characters (Bot API, InlineQuery).
LONGEST_QUERY = 256


@dataclass(frozen=True)
class Browse(Press, prefix="browse"):
    """The subjects, from this one on. `anew` is 1 under other messages: those stay as they are."""

    first: int
    anew: int = 0


@dataclass(frozen=True)
class BrowseTheme(Press, prefix="theme"):
    """The questions of a subject, from this one on."""

    first: int
    theme: str


@dataclass(frozen=True)
class BrowseEntry(Press, prefix="open"):
    """The answer, in the list's place. Back goes to the subject, the entry's how-manieth, from this question on."""

    first: int
    theme: int
    entry: str


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Browse, show_themes)
    front.press(BrowseTheme, show_theme)
    front.press(BrowseEntry, show_entry)


def browse_button(t: Texts) -> Button:
    """[ Kijk per onderwerp ]"""
    return Button(t.plain("browse-button"), Browse(0, anew=1))


def show_themes(turn: Turn, press: Browse) -> None:
    """The subjects, most questions first."""
    names = [name for name, _ in _themes(turn)]
    shown = names[press.first : press.first + THEMES_AT_ONCE]
    buttons = [Button(_label(turn, name), BrowseTheme(0, name)) for name in shown]
    rows: Rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    if len(names) > THEMES_AT_ONCE:
        following = press.first + THEMES_AT_ONCE
        more = Browse(following if following < len(names) else 0)
        rows.append([Button(turn.t.plain("browse-more-button"), more)])
    if press.anew:
        turn.say("browse", rows)
    else:
        turn.replace("browse", rows)


def show_theme(turn: Turn, press: BrowseTheme) -> None:
    """The questions of a subject."""
    entries = dict(_themes(turn)).get(press.theme, [])
    shown = entries[press.first : press.first + QUESTIONS_AT_ONCE]
    if not shown:
        return turn.toast("button-outdated")
    number, theme = turn.t.plain, press.theme
    buttons = [
        Button(
            number("suggestion-button", number=str(press.first + n)),
            BrowseEntry(press.first, e.themes.index(theme), e.id),
        )
        for n, e in enumerate(shown, 1)
    ]
    last = [Button(turn.t.plain("back-button"), Browse(0))]
    if press.first + QUESTIONS_AT_ONCE < len(entries):
        following = BrowseTheme(press.first + QUESTIONS_AT_ONCE, press.theme)
        last.append(Button(turn.t.plain("next-button"), following))
    turn.replace(
        "browse-theme",
        [buttons[:3], buttons[3:], last] if buttons[3:] else [buttons, last],
        theme=_label(turn, theme),
        total=len(entries),
        first=str(press.first + 1),
        last=str(press.first + len(shown)),
        list="\n".join(f"{press.first + n}. {_question(turn, e)}" for n, e in enumerate(shown, 1)),
    )


def show_entry(turn: Turn, press: BrowseEntry) -> None:
    """The answer takes the place of the list, and can be shared."""
    entry = turn.services.knowledge.entry(press.entry)
    if entry is None or press.theme >= len(entry.themes):
        return turn.toast("button-outdated")
    number = asked.record(turn.session, turn.me.id, entry.question, faq.Answer(entry, 1.0), turn.now)
    t = turn.t
    share = Button(t.plain("share-button"), share=_question(turn, entry)[:LONGEST_QUERY])
    back = Button(t.plain("back-button"), BrowseTheme(press.first, entry.themes[press.theme]))
    thumbs = answers.answer_rows(t, entry, number)[0]
    rows: Rows = [thumbs, [person_button(t)], *answer_media.listen_rows(t, entry), [share, back]]
    answers.show_answer(turn, entry, rows, replace=True)
    answers.remember(turn, entry.id, number)


def _label(turn: Turn, theme: str) -> str:
    name = theme_names.in_language(theme, turn.t.language)
    return name[:1].upper() + name[1:]


def _question(turn: Turn, entry: faq.Entry) -> str:
    return entry.told_in(turn.t.language).question


def _themes(turn: Turn) -> list[tuple[str, list[faq.Entry]]]:
    found = faq.themes(turn.services.knowledge.index.entries)
    return sorted(found.items(), key=lambda item: -len(item[1]))
