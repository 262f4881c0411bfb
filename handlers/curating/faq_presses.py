"""The buttons of the list of answers in the staff group: what each carries."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class FaqHome(Press, prefix="fq"):
    """[ Terug ]: how the list stands."""


@dataclass(frozen=True)
class FaqNew(Press, prefix="fqn"):
    """[ Nieuw antwoord ]"""


@dataclass(frozen=True)
class FaqLatest(Press, prefix="fql"):
    """[ Laatste wijzigingen ]"""


@dataclass(frozen=True)
class FaqOpen(Press, prefix="fqo"):
    """[ Bekijk 1 ]: the message becomes this entry."""

    entry: str


@dataclass(frozen=True)
class FaqLook(Press, prefix="fqw"):
    """[ Bekijk 1 ] under a list that must stay: the entry in a message of its own."""

    entry: str


@dataclass(frozen=True)
class FaqMore(Press, prefix="fqm"):
    """[ Meer ]: the entry's other buttons."""

    entry: str


@dataclass(frozen=True)
class FaqEdit(Press, prefix="fqe"):
    """[ Antwoord ], [ Vraag ], [ Zoekzinnen ]: a draft that changes the entry. `field`: what a reply changes."""

    field: str
    entry: str


@dataclass(frozen=True)
class FaqEditThemes(Press, prefix="fqt"):
    """[ Onderwerpen ] of an entry: a draft that changes it, with its themes to choose."""

    entry: str


@dataclass(frozen=True)
class FaqConfirm(Press, prefix="fqc"):
    """[ Klopt nog ]"""

    entry: str


@dataclass(frozen=True)
class FaqRetire(Press, prefix="fqr"):
    """[ Zet uit ]"""

    entry: str


@dataclass(frozen=True)
class FaqRestore(Press, prefix="fqb"):
    """[ Zet aan ]"""

    entry: str


@dataclass(frozen=True)
class FaqHistory(Press, prefix="fqh"):
    """[ Eerder ]: the entry's changes from this one on, counted from 0."""

    first: int
    entry: str


@dataclass(frozen=True)
class FaqUndo(Press, prefix="fqu"):
    """[ Ongedaan maken ]: this revision is undone."""

    revision: int


@dataclass(frozen=True)
class FaqRecall(Press, prefix="fqp"):
    """[ Vertel het 14 mensen ]: see first what they would get."""

    revision: int


@dataclass(frozen=True)
class FaqTell(Press, prefix="fqs"):
    """[ Stuur aan 14 ]"""

    revision: int


@dataclass(frozen=True)
class FaqChange(Press, prefix="fqx"):
    """[ Niet doen ]: what this revision did, with its buttons."""

    revision: int


@dataclass(frozen=True)
class FaqReview(Press, prefix="fqv"):
    """[ Nakijken ]: the answers whose review date passed, from this one on."""

    first: int


@dataclass(frozen=True)
class ReviewOk(Press, prefix="fqk"):
    """[ Klopt nog: 1 ] in that list."""

    first: int
    entry: str


@dataclass(frozen=True)
class ReviewUndo(Press, prefix="fqz"):
    """[ Ongedaan maken ] in that list."""

    first: int
    revision: int


@dataclass(frozen=True)
class DraftShow(Press, prefix="fdw"):
    """[ Klaar ] with the themes: the draft itself again."""

    draft: int


@dataclass(frozen=True)
class DraftPublish(Press, prefix="fdp"):
    """[ Publiceer ]"""

    draft: int


@dataclass(frozen=True)
class DraftDrop(Press, prefix="fdd"):
    """[ Niet doen ]"""

    draft: int


@dataclass(frozen=True)
class DraftContinue(Press, prefix="fdc"):
    """[ Toch verder ]"""

    draft: int


@dataclass(frozen=True)
class DraftThemes(Press, prefix="fdt"):
    """[ Onderwerpen ] of a draft: the themes to choose, from this one on."""

    first: int
    draft: int


@dataclass(frozen=True)
class DraftTheme(Press, prefix="fds"):
    """One theme on or off."""

    first: int
    draft: int
    theme: str
