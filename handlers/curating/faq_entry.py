"""One answer as staff see it: as people get it, with its buttons."""

from __future__ import annotations

from bot.knowledge import entries, revisions
from bot.knowledge.entries import Kept
from bot.texts.render import Html
from handlers.curating.faq_presses import FaqLook, FaqMore, FaqOpen
from handlers.curating.faq_views import entry_html, entry_rows, more_rows
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.turn import Turn


def register(front: Front) -> None:
    """Its buttons, for staff only."""
    front.press(FaqOpen, open_pressed, staff=True)
    front.press(FaqLook, look, staff=True)
    front.press(FaqMore, more, staff=True)


def open_pressed(turn: Turn, press: FaqOpen) -> None:
    """[ Bekijk 1 ]: the message becomes the entry."""
    open_entry(turn, press.entry)


def open_entry(turn: Turn, entry_id: str) -> None:
    """The pressed message becomes the entry; without one it is said."""
    kept = entries.get(turn.session, entry_id)
    if kept is None:
        return turn.toast("faq-entry-gone")
    turn.replace_html(_entry(turn, kept), entry_rows(turn.t, kept))


def look(turn: Turn, press: FaqLook) -> None:
    """The entry in a message of its own: the list above it stays."""
    kept = entries.get(turn.session, press.entry)
    if kept is None:
        return turn.toast("faq-entry-gone")
    turn.say_html(_entry(turn, kept), entry_rows(turn.t, kept))


def more(turn: Turn, press: FaqMore) -> None:
    """[ Meer ]: other buttons, the text stays."""
    kept = entries.get(turn.session, press.entry)
    if kept is None:
        return turn.toast("faq-entry-gone")
    turn.rebutton(more_rows(turn.t, kept))


def _entry(turn: Turn, kept: Kept) -> Html:
    last = revisions.history(turn.session, kept.entry.id, 1)
    return entry_html(StaffGroup.of(turn), kept, last[0] if last else None)
