"""Texts as TF-IDF vectors, seen in four ways at once: stems, pairs of stems, pieces of words, meanings.

The vectors are kept as postings (which rows have a feature, and how heavily), so that comparing a
new text with all rows costs a few passes over short arrays. A feature is a string whose first
character tells the view it belongs to.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

STEM, PAIR, PIECE, MEANING = "0123"
VIEWS = 4
SHARES = np.array([0.2, 0.15, 0.45, 0.2])  # of each view in the similarity of two texts

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Weighed = Sequence[tuple[str, float]]  # features, each with the weight of the word that it stands for


@dataclass(frozen=True, slots=True)
class Vector:
    """Features by number, with their weights."""

    numbers: Numbers
    weights: Floats


class Space:
    """The vectors of a fixed number of rows. Weight = (1 + ln tf) * idf * the word's own weight."""

    def __init__(self, rows: Iterable[Weighed]) -> None:
        found, tallied, lengths = array("q"), array("f"), array("i")
        for row in rows:
            counted = _count(row)
            found.extend(counted)
            tallied.extend(counted.values())
            lengths.append(len(counted))
        self.size = len(lengths)
        self._keys, features = np.unique(np.array(found, np.int64), return_inverse=True)
        features, weights = features.astype(np.int32), np.array(tallied, np.float32)
        self._view = (self._keys & 3).astype(np.int32)
        frequency = np.bincount(features, minlength=len(self._keys))
        self._idf = np.log((1 + self.size) / (1 + frequency)) + 1
        weights *= self._idf.astype(np.float32)[features]
        cells = self._view[features] * np.int32(self.size) + np.repeat(np.arange(self.size, dtype=np.int32), lengths)
        norms = np.sqrt(np.bincount(cells, weights * weights, VIEWS * self.size))
        weights /= np.maximum(norms, 1e-12).astype(np.float32)[cells]
        self._ends, self._features, self._by_row = np.cumsum(lengths), features, weights
        order = np.argsort(features, kind="stable")
        self._cells, self._weights = cells[order], weights[order]
        self._starts = np.concatenate([[0], np.cumsum(frequency)])

    def rows(self) -> Iterator[Vector]:
        """The vectors of the rows, each view of length 1; only until `forget`."""
        start = 0
        for end in self._ends.tolist():
            yield Vector(self._features[start:end].astype(np.intp), self._by_row[start:end].astype(np.float64))
            start = end

    def forget(self) -> None:
        """Let go of what only `rows` needs."""
        self._features, self._by_row = np.zeros(0, np.int32), np.zeros(0, np.float32)

    def squares(self, vector: Vector) -> Floats:
        """The squared length of a vector in each view."""
        return np.asarray(np.bincount(self._view[vector.numbers], vector.weights**2, VIEWS), np.float64)

    def known(self, features: Weighed) -> Vector:
        """Those of the features that some row has, with their weight for a new text."""
        keys = np.array([_key(feature) for feature, _ in features], np.int64)
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        there = self._keys[places] == keys
        numbers = places[there]
        return Vector(numbers, np.array([weight for _, weight in features])[there] * self._idf[numbers])

    def cosines(self, vector: Vector) -> Floats:
        """The cosine of a new text with every row, for each view: an array of VIEWS x rows."""
        numbers = vector.numbers
        view = self._view[numbers]
        norms = np.sqrt(np.bincount(view, vector.weights * vector.weights, VIEWS))
        starts = self._starts[numbers]
        lengths = self._starts[numbers + 1] - starts
        ends = lengths.cumsum()
        where = np.repeat(starts - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)
        products = self._weights[where] * np.repeat(vector.weights / norms[view], lengths)
        cosines = np.asarray(np.bincount(self._cells[where], products, VIEWS * self.size), np.float64)
        return cosines.reshape(VIEWS, self.size)


def _key(feature: str) -> int:
    """A number for a feature, with its view in the last two bits. Two of a million features share one with
    a chance of one in ten million; in exchange no text needs to be kept."""
    return hash(feature) & ~3 | int(feature[0])


def _count(row: Weighed) -> dict[int, float]:
    """The features of a row by key: (1 + ln tf) times the word's own weight."""
    times: dict[int, int] = {}
    weight: dict[int, float] = {}
    for feature, value in row:
        key = _key(feature)
        times[key] = times.get(key, 0) + 1
        weight[key] = max(value, weight.get(key, 0.0))
    return {key: value * (1 + log(times[key])) for key, value in weight.items()}


def total(vectors: Sequence[Vector]) -> Vector:
    """The sum of vectors."""
    numbers, places = np.unique(np.concatenate([vector.numbers for vector in vectors]), return_inverse=True)
    weights = np.concatenate([vector.weights for vector in vectors])
    return Vector(numbers, np.asarray(np.bincount(places, weights, len(numbers)), np.float64))


def pieces(word: str, shortest: int = 3, longest: int = 4) -> Iterator[str]:
    """The pieces of a word of so many characters, with a space at both of its ends."""
    padded = f" {word} "
    for size in range(shortest, longest + 1):
        if size >= len(padded):
            yield padded
            return
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]
