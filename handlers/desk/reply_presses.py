"""The buttons of saved replies, and of answers with a line added."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class ReplyList(Press, prefix="snel"):
    """The list, a page of it; with a ticket: to send one there. `ticket` 0: to look after them."""

    ticket: int
    page: int


@dataclass(frozen=True)
class ReplyShow(Press, prefix="snel-one"):
    """One of them: as it would arrive in the ticket, or (`ticket` 0) as it is kept."""

    reply: int
    ticket: int


@dataclass(frozen=True)
class ReplySend(Press, prefix="snel-send"):
    """[ Stuur ]"""

    reply: int
    ticket: int


@dataclass(frozen=True)
class ReplyChange(Press, prefix="snel-edit"):
    """[ Verander ]"""

    reply: int


@dataclass(frozen=True)
class ReplyUndo(Press, prefix="snel-undo"):
    """[ Ongedaan maken ] of the last change of its text."""

    reply: int


@dataclass(frozen=True)
class ReplyRemove(Press, prefix="snel-out"):
    """[ Verwijder ]"""

    reply: int


@dataclass(frozen=True)
class ReplyRestore(Press, prefix="snel-in"):
    """[ Zet terug ]"""

    reply: int


@dataclass(frozen=True)
class AddToReply(Press, prefix="add-reply"):
    """[ Vul aan ] below a saved reply."""

    reply: int
    ticket: int


@dataclass(frozen=True)
class AddToSuggestion(Press, prefix="add-faq"):
    """[ Vul aan ] below a suggested answer."""

    ticket: int
    number: int


@dataclass(frozen=True)
class PreparedSend(Press, prefix="prep-send"):
    """[ Stuur ] of an answer with a line added."""

    number: int


@dataclass(frozen=True)
class PreparedDrop(Press, prefix="prep-drop"):
    """[ Niet doen ]"""

    number: int
