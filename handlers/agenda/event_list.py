"""/evenement without more: how a gathering is written, and what is coming, page by page, to change or call off."""

from __future__ import annotations

from bot.agenda import listing
from bot.texts import when
from bot.texts.render import Html
from handlers.agenda.event_messages import LONGEST_LABEL, clip, headline
from handlers.agenda.event_presses import ChangeEvent, GetTable, GetTemplate, ListEvents
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn
from storage.agenda import Occurrence

AT_ONCE = 5


def register(front: Front) -> None:
    """The buttons to the other pages. The command is handlers.agenda.event_new."""
    front.press(ListEvents, turn_page, staff=True)


def show(turn: Turn) -> None:
    """How it is written; below it the first that can be changed."""
    turn.say_html(*_page(turn, 0))


def turn_page(turn: Turn, press: ListEvents) -> None:
    """[ Volgende ] or [ Vorige ]"""
    turn.replace_html(*_page(turn, press.first))


def _page(turn: Turn, first: int) -> tuple[Html, Rows]:
    """What comes from the `first`-th on, each a button. How to write one stands on the first page only."""
    t, total = turn.t, listing.how_many(turn.session, turn.now)
    first = first if 0 <= first < total else 0
    found = listing.coming(turn.session, turn.now, first, AT_ONCE)
    rows: Rows = [[Button(_label(turn, one), ChangeEvent(one.id))] for one in found]
    turning = [Button(t.plain("agenda-previous-button"), ListEvents(max(0, first - AT_ONCE)))] if first else []
    if first + AT_ONCE < total:
        turning.append(Button(t.plain("next-button"), ListEvents(first + AT_ONCE)))
    if turning:
        rows.append(turning)
    template = [Button(t.plain("sheet-template-button"), GetTemplate())]
    if not found:
        return t("event-how"), [template]
    pages = "one" if total <= AT_ONCE else "more"
    head = t("event-how-change", pages=pages, first=first + 1, last=first + len(found), total=total)
    tables = [*template, Button(t.plain("sheet-export-button"), GetTable())]
    return (head, rows) if first else (Html(f"{t('event-how')}\n{head}"), [*rows, tables])


def _label(turn: Turn, one: Occurrence) -> str:
    """ "di 26 januari, Regioavond Zeist" """
    return clip(f"{when.day(one.starts_local.date(), turn.t.language)}, {headline(one.title)[0]}", LONGEST_LABEL)
