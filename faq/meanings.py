"""What words mean, as directions: words that may stand in for each other point nearly the same way.

The directions (`faq/data/senses.*.npz`) were read off a language model once, by
`benchmarks.matching_senses`; the model is not needed here.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import chain

import numpy as np
from numpy.typing import NDArray

WIDTH = 64  # numbers in a direction
_SHORTEST, _LONGEST = 3, 24  # letters of a part of a compound; no word in the list is longer
_JOINTS = ("", "s", "en", "e")  # what may stand between two parts: stad-s-feest

Direction = NDArray[np.float32]


class Meanings:
    """The directions of the words of one language; none for a language that we do not know."""

    def __init__(self, code: str) -> None:
        self._words, self._vectors = _table(code)

    def of(self, word: str) -> Direction:
        """The direction of a folded word, of length 1. A compound that is not in the list points between
        its parts; a word of which nothing is known is all zeros."""
        found = self._of(word)
        return next(self._of_parts(word), np.zeros(WIDTH, np.float32)) if found is None else found

    def of_rows(self, rows: Sequence[Sequence[str]], weight: Callable[[str], float]) -> NDArray[np.float32]:
        """Where each row of words points; `weight` says how much a word counts, however often it is there."""
        numbers = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(rows)))}
        vectors = np.stack([self.of(word) * np.float32(weight(word)) for word in numbers])
        return np.stack([_unit(vectors[[numbers[word] for word in dict.fromkeys(row)]].sum(0)) for row in rows])

    def _of(self, word: str) -> Direction | None:
        if len(word) > _LONGEST:
            return None
        key = np.bytes_(word.encode())
        place = int(np.searchsorted(self._words, key))
        if place == len(self._words) or self._words[place] != key:
            return None
        return _unit(self._vectors[place].astype(np.float32))

    def _of_parts(self, word: str) -> Iterator[Direction]:
        """The directions of a word cut in two, the longest last part first: that is what it is a kind of."""
        if len(word) > 2 * _LONGEST:
            return
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            last = self._of(word[cut:])
            if last is None:
                continue
            for joint in _JOINTS:
                first = self._of(word[:cut].removesuffix(joint)) if word[:cut].endswith(joint) else None
                if first is not None:
                    yield _unit(first + last)


def sum_of(directions: Sequence[Direction], weights: Sequence[float]) -> Direction:
    """Where words point together, each by its weight."""
    return _unit(np.array(weights, np.float32) @ np.stack(directions))


def _unit(vector: Direction) -> Direction:
    return vector / (np.sqrt(vector @ vector) or np.float32(1))


@cache
def _table(code: str) -> tuple[NDArray[np.bytes_], NDArray[np.int8]]:
    """The words of a language in alphabetical order of their bytes, and their directions."""
    source = files("faq").joinpath("data", f"senses.{code}.npz")
    if not source.is_file():
        return np.zeros(0, "S1"), np.zeros((0, WIDTH), np.int8)
    with as_file(source) as path, np.load(path) as stored:
        return stored["words"], stored["vectors"]
