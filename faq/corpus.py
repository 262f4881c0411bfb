"""The FAQ as the matcher sees it: rows of words, each owned by an entry."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import numpy as np

from faq.entry import Entry
from faq.language import Language
from faq.lexicon import Lexicon
from faq.sentences import sentences
from faq.space import MEANING, PAIR, PIECE, Weighed
from faq.text import words
from faq.vocabulary import word_features

PARTS = 3  # an answer is cut into so many parts, at sentence ends
_EXPRESSION = 0.7  # the weight of an expression of several words


class Corpus:
    """All phrasings of all entries, followed by the parts of all answers; `owner` has the entry of each row.

    Every entry has at least one phrasing: a question without letters counts as the single word "?".
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        phrasings = [(n, words(text)) for n, entry in enumerate(entries) for text in entry.texts]
        phrasings = [(n, row or ["?"]) for n, row in phrasings]
        answers = [(n, part) for n, entry in enumerate(entries) for part in _parts(entry.answer)]
        self.phrasings = len(phrasings)
        seen: dict[str, str] = {}  # one string for all occurrences of a word, to save memory
        self.rows = [[seen.setdefault(word, word) for word in row] for _, row in (*phrasings, *answers)]
        self.owner = np.array([n for n, _ in (*phrasings, *answers)], np.intp)
        self.asked = np.arange(len(self.rows)) < self.phrasings

    def features(self, language: Language, lexicon: Lexicon) -> Iterator[Weighed]:
        """The weighed features of every row. The parts of answers are too long for pieces of words to tell."""
        for number, row in enumerate(self.rows):
            features = row_features(row, language, lexicon)
            yield features if number < self.phrasings else [f for f in features if f[0][0] != PIECE]


def _parts(answer: str) -> list[list[str]]:
    rows = [row for sentence in sentences(answer) if len(row := words(sentence)) >= 3]
    size = max(1, len(rows) // PARTS)
    return [list(chain.from_iterable(rows[start : start + size])) for start in range(0, len(rows), size)]


def row_features(row: Sequence[str], language: Language, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The weighed features of a text: those of its words, and those of words next to each other."""
    stems = [language.stem(word) for word in row]
    found = [feature for word, stem in zip(row, stems, strict=True) for feature in word_features(word, stem, lexicon)]
    weights = [lexicon.weight(word) for word in row]
    return found + neighbours(stems, weights, lexicon)


def neighbours(stems: Sequence[str], weights: Sequence[float], lexicon: Lexicon) -> list[tuple[str, float]]:
    """The features of words in a row: stems and pairs of stems, and the meanings of expressions."""
    found: list[tuple[str, float]] = []
    for stem, weight in zip(stems, weights, strict=True):
        found.append((PAIR + stem, weight**0.5))
    for (left, heavy), (right, other) in pairwise(zip(stems, weights, strict=True)):
        found.append((f"{PAIR}{left} {right}", max(heavy, other) ** 0.5))
    return found + [(f"{MEANING}#{group}", _EXPRESSION) for group in lexicon.expressions(stems)]
