"""Phrases as people of the network write them in a file, found in what others type.

    wil / wou       one of these words                  dood*    any word that begins so
    ...             up to five words in between         ~        up to four words that add nothing: "echt", "zo"
    IK              a group of words, named in the file  .        here the sentence ends

Typing mistakes are forgiven in long words, stretched letters ("doooood") in all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from faq.text import words

ANY, FILLERS, END = "...", "~", "."
MOST_BETWEEN = {"": 0, ANY: 5, FILLERS: 4}
# Words of so many letters may have one typing mistake, or two; in shorter ones a mistake makes too often another word
# ("slaat" and "staat"), so there only two letters may have changed places.
ONE_MISTAKE, TWO_MISTAKES, SWAPPED = 7, 11, 5
_STRETCHED = re.compile(r"(.)\1{2,}")
_SENTENCE_END = re.compile(r"(?<![.…])[.!?](?=\s|$)|[\n;]")


class PhraseError(ValueError):
    """A phrase that cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a phrase: which words it may be, and what may stand before it."""

    among: frozenset[str]
    before: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    parts: tuple[_Part, ...]
    at_end: bool
    label: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in a sentence: words from `start` up to `end`."""

    start: int
    end: int
    label: str


class Phrases:
    """Many phrases, each with a label, looked for at once."""

    def __init__(
        self, phrases: Iterable[tuple[str, str]], groups: Mapping[str, Collection[str]], fillers: Collection[str]
    ) -> None:
        """`phrases`: each with its label. Raises PhraseError for one that cannot be used."""
        self._fillers = frozenset(fillers)
        self._by_first: dict[str, list[_Phrase]] = {}
        found = [_read(phrase, label, groups) for phrase, label in phrases]
        for phrase in found:
            for word in phrase.parts[0].among:
                self._by_first.setdefault(word, []).append(phrase)
        known = {word for phrase in found for part in phrase.parts for word in part.among}
        self._exact = {word for word in known if not word.endswith("*")}
        self._beginnings = sorted(word for word in known if word.endswith("*"))
        self._long = [word for word in sorted(known) if len(word.rstrip("*")) >= ONE_MISTAKE]
        self._swapped = {_scrambled(word): word for word in self._exact if len(word) >= SWAPPED}
        self._meant = lru_cache(maxsize=20_000)(self._find_meant)

    def find(self, sentence: Sequence[str]) -> list[Hit]:
        """All phrases in a sentence of folded words (see `sentences`)."""
        meant = [self._meant(word) for word in sentence]
        hits = []
        for start, options in enumerate(meant):
            for word in options:
                for phrase in self._by_first.get(word, ()):
                    end = self._end(phrase, sentence, meant, 1, start + 1)
                    if end is not None:
                        hits.append(Hit(start, end, phrase.label))
        return hits

    def _end(
        self, phrase: _Phrase, said: Sequence[str], meant: list[frozenset[str]], number: int, at: int
    ) -> int | None:
        """Where the rest of the phrase, from its `number`th part, ends when it begins at `at`; None when it is not
        there."""
        if number == len(phrase.parts):
            return at if not phrase.at_end or at == len(said) else None
        part = phrase.parts[number]
        for skipped in range(MOST_BETWEEN[part.before] + 1):
            here = at + skipped
            if here >= len(said):
                return None
            if part.among & meant[here]:
                end = self._end(phrase, said, meant, number + 1, here + 1)
                if end is not None:
                    return end
            if part.before == FILLERS and said[here] not in self._fillers:
                return None
        return None

    def _find_meant(self, word: str) -> frozenset[str]:
        """The words of the phrases that a typed word may be."""
        found = set()
        for form in {word, _STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word)}:
            found |= {form} & self._exact
            found |= {b for b in self._beginnings if form.startswith(b[:-1])}
        return frozenset(found or self._mistyped(word))

    def _mistyped(self, word: str) -> set[str]:
        swapped = self._swapped.get(_scrambled(word)) if len(word) >= SWAPPED else None
        if swapped is not None and OSA.distance(swapped, word) == 1:
            return {swapped}
        allowed = (len(word) >= ONE_MISTAKE - 1) + (len(word) >= TWO_MISTAKES - 1)
        if not allowed:
            return set()
        near = extract_iter(word, self._long, scorer=_mistakes, processor=None, score_cutoff=allowed)
        return {candidate for candidate, mistakes, _ in near if mistakes <= _allowed(candidate)}


def sentences(text: str) -> list[list[str]]:
    """The folded words of each sentence; three dots do not end one."""
    return [found for part in _SENTENCE_END.split(text) if (found := words(part))]


def _allowed(word: str) -> int:
    letters = len(word.rstrip("*"))
    return (letters >= ONE_MISTAKE) + (letters >= TWO_MISTAKES)


def _mistakes(typed: str, word: str, *, score_cutoff: float | None = None) -> int:
    """How many typing mistakes make `typed` the word; the first letter is seldom one of them."""
    if typed[0] != word[0]:
        return TWO_MISTAKES
    beginning = word.endswith("*")
    return OSA.distance(typed[: len(word) - 1] if beginning else typed, word.rstrip("*"))


def _scrambled(word: str) -> tuple[str, str]:
    return word[0], "".join(sorted(word))


def _read(phrase: str, label: str, groups: Mapping[str, Collection[str]]) -> _Phrase:
    parts: list[_Part] = []
    before, at_end = "", False
    for token in re.sub(r"\s*/\s*", "/", phrase).split():
        if at_end:
            raise PhraseError(f"'{phrase}': nothing can come after the full stop")
        if token in (ANY, FILLERS):
            if not parts or before:
                raise PhraseError(f"'{phrase}': '{token}' must stand between two words")
            before = token
        elif token == END:
            at_end = True
        else:
            parts.append(_Part(_among(phrase, token, groups), before))
            before = ""
    if before or not parts:
        raise PhraseError(f"'{phrase}' needs a word at its end" if parts else "a phrase without words")
    return _Phrase(tuple(parts), at_end, label)


def _among(phrase: str, token: str, groups: Mapping[str, Collection[str]]) -> frozenset[str]:
    found: set[str] = set()
    for option in token.split("/"):
        if option.isupper() and option.isalpha() and len(option) > 1:
            if option not in groups:
                raise PhraseError(f"'{phrase}': there is no group {option} under 'groups'")
            found |= set(groups[option])
        elif (folded := words(option.rstrip("*"))) and len(folded) == 1:
            found.add(folded[0] + ("*" if option.endswith("*") else ""))
        else:
            raise PhraseError(f"'{phrase}': '{option}' is not one word")
    return frozenset(found)
