"""What other bots use to find an answer, each in a few lines: `Peer(entries).rank(text, limit)`."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import numpy as np
from rapidfuzz import fuzz, process

import faq
from faq.language import Language, guess
from faq.space import STEM, Space, total
from faq.text import fold, words

Ranking = list[tuple[str, float]]


class _Peer:
    """Ranks entries by the best of their phrasings."""

    def __init__(self, entries: Sequence[faq.Entry]) -> None:
        self.texts = [fold(text) for entry in entries for text in entry.texts]
        self.owners = [entry.id for entry in entries for _ in entry.texts]
        self.language = Language(guess(map(str.split, self.texts)) or "nl")

    def scores(self, text: str) -> Sequence[tuple[int, float]]:
        """Phrasings (by number) that fit at all, with a score from 0 to 1."""
        raise NotImplementedError

    def rank(self, text: str, limit: int) -> Ranking:
        """The best entries first, each with a score from 0 to 1."""
        best: dict[str, float] = {}
        for number, score in self.scores(text):
            best[self.owners[number]] = max(score, best.get(self.owners[number], 0.0))
        return sorted(best.items(), key=lambda item: -item[1])[:limit]

    def stems(self, text: str) -> list[str]:
        return [self.language.stem(word) for word in words(text)]


class _Fuzzy(_Peer):
    scorer: Callable[..., float]

    def scores(self, text: str) -> Sequence[tuple[int, float]]:
        found = process.extract(fold(text), self.texts, scorer=type(self).scorer, limit=None)
        return [(number, score / 100) for _, score, number in found]


class WRatio(_Fuzzy):
    """rapidfuzz process.extract with WRatio."""

    scorer = staticmethod(fuzz.WRatio)


class TokenSet(_Fuzzy):
    """rapidfuzz process.extract with token_set_ratio."""

    scorer = staticmethod(fuzz.token_set_ratio)


class Bm25(_Peer):
    """Okapi BM25 over stems (k1 = 1.5, b = 0.75); scores squashed by the length of the question."""

    def __init__(self, entries: Sequence[faq.Entry]) -> None:
        super().__init__(entries)
        rows = [self.stems(text) for text in self.texts]
        mean = sum(map(len, rows)) / len(rows)
        frequency = Counter(stem for row in rows for stem in set(row))
        self.postings: dict[str, list[tuple[int, float]]] = {}
        for number, row in enumerate(rows):
            for stem, tf in Counter(row).items():
                idf = log(1 + (len(rows) - frequency[stem] + 0.5) / (frequency[stem] + 0.5))
                weight = idf * tf * 2.5 / (tf + 1.5 * (0.25 + 0.75 * len(row) / mean))
                self.postings.setdefault(stem, []).append((number, weight))

    def scores(self, text: str) -> Sequence[tuple[int, float]]:
        stems, sums = self.stems(text), Counter[int]()
        for stem in stems:
            for number, weight in self.postings.get(stem, ()):
                sums[number] += weight  # type: ignore[assignment]  # Counter is typed for whole numbers
        return [(number, score / (score + 2 * len(stems))) for number, score in sums.items()]


class Fts5(_Peer):
    """SQLite FTS5 with trigrams and its bm25()."""

    def __init__(self, entries: Sequence[faq.Entry]) -> None:
        super().__init__(entries)
        self.database = sqlite3.connect(":memory:")
        self.database.execute("create virtual table phrasing using fts5(text, tokenize='trigram')")
        self.database.executemany("insert into phrasing(rowid, text) values (?, ?)", enumerate(self.texts))

    def scores(self, text: str) -> Sequence[tuple[int, float]]:
        folded = fold(text)
        trigrams = {folded[start : start + 3] for start in range(len(folded) - 2)}
        if not trigrams:
            return []
        query = " OR ".join(f'"{trigram}"' for trigram in trigrams)
        found = self.database.execute(
            "select rowid, -bm25(phrasing) from phrasing where phrasing match ? order by 2 desc limit 100", (query,)
        )
        return [(number, score / (score + len(trigrams))) for number, score in found]


class TfIdf(_Peer):
    """The cosine of TF-IDF vectors of stems."""

    def __init__(self, entries: Sequence[faq.Entry]) -> None:
        super().__init__(entries)
        self.space = Space([(STEM + stem, 1.0) for stem in self.stems(text)] for text in self.texts)

    def scores(self, text: str) -> Sequence[tuple[int, float]]:
        vector = total([self.space.known([(STEM + stem, 1.0) for stem in self.stems(text)])])
        cosines = self.space.cosines(vector)[int(STEM)]
        return [(number, min(1.0, float(cosines[number]))) for number in np.flatnonzero(cosines).tolist()]


PEERS: dict[str, type[_Peer]] = {
    "rapidfuzz WRatio": WRatio,
    "rapidfuzz token_set_ratio": TokenSet,
    "BM25": Bm25,
    "SQLite FTS5 trigrams": Fts5,
    "TF-IDF": TfIdf,
}
