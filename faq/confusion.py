"""Entries that the matcher takes for each other, found by hiding some phrasings and asking them."""

from collections.abc import Sequence
from dataclasses import dataclass

from faq.entry import Entry
from faq.index import Index
from faq.language import Language
from faq.lexicon import Groups, Lexicon
from faq.text import words

PARTS = 4  # as many times a quarter of the phrasings is hidden; more parts are truer and slower
CAUSES = 4  # words that are shown
ENOUGH = 2  # phrasings that must go astray before a pair is mentioned, unless the bot would be sure


@dataclass(frozen=True, slots=True)
class Confusion:
    """`entry` has phrasings that lead to `other` when they are hidden from the index; `words` are what both share.

    `sure`: the bot would even give the wrong answer directly.
    """

    entry: Entry
    other: Entry
    phrasings: tuple[str, ...]
    words: tuple[str, ...]
    sure: bool


def confusions(entries: Sequence[Entry], synonyms: Groups | None = None) -> list[Confusion]:
    """Pairs that are confused, the ones with most phrasings first. Builds an index PARTS times."""
    astray: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for part in range(PARTS):
        shown = [_without(entry, part) for entry in entries]
        index = Index(shown, synonyms)
        for entry in entries:
            for text in _hidden(entry, part):
                found = index.search(text, 1)
                if found and found[0].entry.id != entry.id:
                    astray.setdefault((entry.id, found[0].entry.id), []).append((text, found[0].score >= index.sure))
    by_id = {entry.id: entry for entry in entries}
    made = [_confusion(by_id[one], by_id[other], texts) for (one, other), texts in astray.items()]
    told = [pair for pair in made if pair.sure or len(pair.phrasings) >= ENOUGH]
    return sorted(told, key=lambda pair: (-pair.sure, -len(pair.phrasings), pair.entry.id, pair.other.id))


def _hidden(entry: Entry, part: int) -> tuple[str, ...]:
    return entry.phrasings[part::PARTS]


def _without(entry: Entry, part: int) -> Entry:
    kept = tuple(text for number, text in enumerate(entry.phrasings) if number % PARTS != part)
    return Entry(entry.id, entry.question, kept, entry.answer, entry.themes, entry.language)


def _confusion(entry: Entry, other: Entry, texts: Sequence[tuple[str, bool]]) -> Confusion:
    phrasings = tuple(text for text, _ in sorted(texts, key=lambda found: -found[1]))
    return Confusion(entry, other, phrasings, _shared(phrasings, other), any(sure for _, sure in texts))


def _shared(phrasings: Sequence[str], other: Entry) -> tuple[str, ...]:
    """The words of these phrasings that the other entry has too, those that say most and occur most first.

    Those of its answer count only when its phrasings share none.
    """
    return _common(phrasings, other.texts, other.language) or _common(phrasings, [other.answer], other.language)


def _common(ours: Sequence[str], theirs: Sequence[str], code: str) -> tuple[str, ...]:
    language = Language(code)
    lexicon = Lexicon(language)
    known = {language.stem(word) for text in theirs for word in words(text) if word not in language.stop_words}
    weights: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for text in ours:
        for word in words(text):
            stem = language.stem(word)
            if stem in known and word not in language.stop_words:
                weights[stem] = weights.get(stem, 0.0) + lexicon.weight(word)
                spelled.setdefault(stem, word)
    return tuple(spelled[stem] for stem in sorted(weights, key=lambda stem: -weights[stem])[:CAUSES])
