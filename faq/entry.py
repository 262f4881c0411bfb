"""What an FAQ is made of: entries, and the same entry in another language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry in another language: the question, other ways to ask it, and the answer (Markdown)."""

    question: str
    phrasings: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with its answer.

    `id` is a slug that never changes; `phrasings` are other ways to ask the question (the question
    itself is not among them); `answer` is Markdown; `themes` are lower-case labels, most fitting first;
    `language` is an ISO 639-1 code; `review` is the day on which someone should check the answer again;
    `picture` and `voice` (the answer read aloud) are each a web address or a file id of Telegram.

    `revision` is for who keeps versions: which one this is. It says nothing about what the entry says, so entries
    that differ in it alone are equal.
    """

    id: str
    question: str
    phrasings: tuple[str, ...]
    answer: str
    themes: tuple[str, ...] = ()
    language: str = "nl"
    translations: Mapping[str, Translation] = field(default_factory=dict, hash=False)
    review: date | None = None
    picture: str | None = None
    voice: str | None = None
    revision: int | None = field(default=None, compare=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """The question and its other phrasings: all that a person may have typed."""
        return (self.question, *self.phrasings)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there is an answer, the entry's own first."""
        return (self.language, *self.translations)

    def told_in(self, language: str) -> Translation:
        """Question, phrasings and answer in a language; as they are when there is no such translation."""
        own = Translation(self.question, self.phrasings, self.answer)
        return own if language == self.language else self.translations.get(language, own)


def themes(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by theme, the theme with most entries first; an entry stands under each of its themes.

    Within a theme, entries for which it is the first theme come first; otherwise the given order is kept.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for theme in entry.themes:
            found.setdefault(theme, []).append(entry)
    for theme, members in found.items():
        members.sort(key=lambda entry: entry.themes.index(theme))
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))
