"""The words of a question beside the words of a few candidates: what is known, what is covered, what is missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from faq.space import Floats, Numbers
from faq.vocabulary import Word

KNOWN = 0.3  # a word that is less near than this to every known word says nothing about likelihood
PRIOR = 10  # words of background that an entry's own words are mixed with
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to one entry: its phrasings' row numbers, the words of all of them one after another,
    and how many words each phrasing has."""

    rows: Numbers
    words: Numbers
    lengths: Numbers


@dataclass(frozen=True, slots=True)
class WordTable:
    """By word of the vocabulary: the number of its stem, how few entries have that stem (0..1), its weight
    (0..1), and the share of its stem in all words."""

    stem: Numbers
    rarity: Floats
    weight: Floats
    share: Floats


class Layout:
    """The words and phrasings of several entries, end to end, with where each begins."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.rows = np.concatenate([part.rows for part in parts])
        self.words = np.concatenate([part.words for part in parts])
        lengths = np.concatenate([part.lengths for part in parts])
        self.counts = np.array([len(part.rows) for part in parts])
        self.sizes = np.array([len(part.words) for part in parts])
        self.row_starts = _starts(lengths)
        self.entry_starts = _starts(self.counts)
        self.entry_word_starts = _starts(self.sizes)

    def best(self, by_row: Floats) -> Floats:
        """The highest value among the phrasings of each entry."""
        return np.maximum.reduceat(by_row, self.entry_starts, axis=-1)

    def mean(self, by_row: Floats) -> Floats:
        """The mean value over the phrasings of each entry."""
        return np.asarray(np.add.reduceat(by_row, self.entry_starts, axis=-1) / self.counts)


def _starts(lengths: NDArray[np.intp]) -> Numbers:
    return np.cumsum(lengths) - lengths


class Comparison:
    """Every word that was heard beside every word of the candidates."""

    def __init__(self, heard: Sequence[Word], layout: Layout, table: WordTable) -> None:
        self._layout, self._table = layout, table
        self._length = len(heard)
        self._near = self._nearness(heard)[:, layout.words]
        self._best = np.array([word.best for word in heard])
        self._known = np.array([word.known for word in heard])
        self._said = np.array([word.weight for word in heard])
        self._rare = table.rarity[self._best] * self._known + (1 - self._known)
        self._weight = np.sqrt(self._rare * self._said)

    def _nearness(self, heard: Sequence[Word]) -> Floats:
        width = len(self._table.stem)
        near = np.zeros(len(heard) * width)
        offsets = np.repeat(np.arange(len(heard)) * width, [len(word.akin) for word in heard])
        places = offsets + np.concatenate([word.akin for word in heard])
        near[places] = np.concatenate([word.nearness for word in heard])
        return near.reshape(len(heard), width)

    def features(self) -> dict[str, Floats]:
        """One value per candidate for each feature that compares words."""
        layout = self._layout
        by_row = np.maximum.reduceat(self._near, layout.row_starts, axis=1)
        by_entry = layout.best(by_row)
        weight = self._weight / (self._weight.sum() + _NOTHING)
        covered = weight @ by_row
        covers = self._covers()
        both = 2 * covered * covers / (covered + covers + _NOTHING)
        weighed = self._weight[:, None]
        return {
            "known": self._rare @ by_entry / (self._rare.sum() + _NOTHING),
            "known_said": weight @ by_entry,
            "covered": layout.best(covered),
            "covers": layout.best(covers),
            "covers_mean": layout.mean(covers),
            "both": layout.best(both),
            "both_mean": layout.mean(both),
            "likely": self._likelihood(),
            "strongest": (weighed * by_entry).max(0),
            "missed": (weighed * (1 - by_entry)).max(0),
        }

    def _covers(self) -> Floats:
        """The share of each phrasing's weight that the question covers."""
        layout = self._layout
        weight = self._table.weight[layout.words]
        said = np.add.reduceat(self._near.max(0) * weight, layout.row_starts)
        return said / (np.add.reduceat(weight, layout.row_starts) + _NOTHING)

    def _likelihood(self) -> Floats:
        """Log-likelihood ratio of the question's words: in the entry, against in the whole FAQ."""
        known = self._known > KNOWN
        best, sizes = self._best[known], self._layout.sizes
        if not len(best):
            return np.zeros(len(sizes))
        stems = self._table.stem
        same = stems[self._layout.words] == stems[best][:, None]
        counts = np.add.reduceat(same, self._layout.entry_word_starts, axis=1, dtype=np.float64)
        share = self._table.share[best][:, None]
        ratio = np.log((counts + PRIOR * share) / ((sizes + PRIOR) * share))
        return np.asarray(self._known[known] @ ratio / self._length**0.5)

    def context(self) -> tuple[float, float, float, float, float]:
        """What is special about the question: length, how much it says, and how much of it is strange."""
        strange = 1 - self._known
        return (
            log(self._length),
            float(self._said.sum()),
            float((self._known < 0.5).mean()),
            float(self._said @ strange / (self._said.sum() + _NOTHING)),
            float(self._weight @ strange / (self._weight.sum() + _NOTHING)),
        )
