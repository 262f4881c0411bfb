"""The ten likeliest entries for a text, with all that speaks for and against each, as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from faq.comparison import Comparison, Layout, Part, WordTable
from faq.corpus import Corpus, neighbours
from faq.entry import Entry
from faq.language import Language
from faq.lexicon import Groups, Lexicon
from faq.meanings import Meanings, sum_of
from faq.ridge import MOST_ROWS, Ridge
from faq.space import MEANING, PAIR, PIECE, SHARES, STEM, Floats, Space, Vector, total
from faq.text import words
from faq.vocabulary import Vocabulary, Word

T = TypeVar("T", np.float32, np.float64)

CANDIDATES = 10
SENSE = 0.2  # the share of the words' senses in how alike two texts are
FIRST_WORDS, LAST_WORDS = 40, 80  # of a longer story that are looked at: the question tends to come last

FEATURES = (
    "best", "mean", "above_own", "answer", "known", "known_said", "covered", "covers", "covers_mean",
    "both", "both_mean", "likely", "order", "strongest", "missed", "stem", "pair", "piece", "meaning",
    "meaning_mean", "sense", "sense_mean", "ridge", "above_ridge",
)  # fmt: skip
WITHOUT_RIDGE = FEATURES[:-2]
CONTEXT = ("length", "said", "strange_words", "strange_said", "strange", "entries")


@dataclass(frozen=True, slots=True)
class Evidence:
    """`entries` are the candidates' numbers, `features` has a row for each (FEATURES, or WITHOUT_RIDGE),
    `context` says what is special about the text (CONTEXT)."""

    entries: NDArray[np.intp]
    features: Floats
    context: Floats


def _shortened(text: list[str]) -> list[str]:
    if len(text) <= FIRST_WORDS + LAST_WORDS:
        return text
    return text[:FIRST_WORDS] + text[-LAST_WORDS:]


def _mixed(alike: NDArray[T], sense: NDArray[np.float32]) -> NDArray[T]:
    """How alike texts are, for how alike their words are and the cosine of their senses."""
    return np.asarray(alike * np.float32(1 - SENSE) + np.maximum(sense, 0) * np.float32(SENSE), alike.dtype)


class Witness:
    """Gathers evidence. Built once for a list of entries; safe to share between threads."""

    def __init__(
        self, entries: Sequence[Entry], language: Language, groups: Groups = (), with_ridge: bool = True
    ) -> None:
        self._language, self._lexicon = language, Lexicon(language, groups)
        corpus = Corpus(entries)
        self._size, self._phrasings, self._owner = len(entries), corpus.phrasings, corpus.owner
        asked = corpus.rows[: corpus.phrasings]
        meanings = Meanings(language.code)
        self._vocabulary = Vocabulary(chain.from_iterable(asked), language, self._lexicon, meanings)
        self._senses = meanings.of_rows(corpus.rows, self._lexicon.weight)
        self._space = Space(corpus.features(language, self._lexicon))
        self._sorted = [" ".join(sorted(row)) for row in asked]
        self._lay_out(asked)
        self._weigh_words(asked)
        self._own = self._closeness()
        self._ridge = self._solve(corpus) if with_ridge and len(corpus.rows) <= MOST_ROWS else None
        self._space.forget()

    def _lay_out(self, asked: Sequence[Sequence[str]]) -> None:
        ids = self._vocabulary.ids
        owner = self._owner[: self._phrasings]
        self._first = np.searchsorted(owner, np.arange(self._size))
        self._count = np.bincount(owner, minlength=self._size)
        answers = self._owner[self._phrasings :]
        self._answered = np.unique(answers)
        self._first_part = np.searchsorted(answers, self._answered)
        self._parts = []
        for first, count in zip(self._first.tolist(), self._count.tolist(), strict=True):
            rows = asked[first : first + count]
            self._parts.append(
                Part(
                    np.arange(first, first + count),
                    np.array([ids[word] for row in rows for word in row], np.intp),
                    np.array([len(row) for row in rows], np.intp),
                )
            )

    def _weigh_words(self, asked: Sequence[Sequence[str]]) -> None:
        vocabulary = self._vocabulary
        stems = {text: number for number, text in enumerate(dict.fromkeys(vocabulary.stems))}
        stem = np.array([stems[text] for text in vocabulary.stems], np.intp)
        owners: list[set[int]] = [set() for _ in stems]
        counts = np.zeros(len(stems))
        for owner, row in zip(self._owner.tolist(), asked, strict=False):
            for number in stem[[vocabulary.ids[word] for word in row]].tolist():
                owners[number].add(owner)
                counts[number] += 1
        spread = np.array([len(entries) for entries in owners])
        unseen = log((self._size + 1) / 0.5)
        rarity = (np.log((self._size + 1) / (spread + 0.5)) / unseen).clip(0)[stem]
        said = np.array([self._lexicon.weight(word) for word in vocabulary.words])
        self._words = WordTable(stem, rarity, np.sqrt(rarity * said), (counts / counts.sum())[stem])

    def _closeness(self) -> Floats:
        """How alike the phrasings of each entry are among themselves: their mean cosine."""
        own, vectors = np.zeros(self._size), self._space.rows()
        for number, part in enumerate(self._parts):
            count = len(part.rows)
            squares = self._space.squares(total([next(vectors) for _ in range(count)]))
            senses = self._senses[part.rows]
            alike = _mixed(SHARES @ squares, (senses @ senses.T).sum())
            own[number] = (alike - count) / max(1, count * (count - 1))
        return own

    def _solve(self, corpus: Corpus) -> Ridge:
        similarity = np.stack([(SHARES @ self._space.cosines(row)).astype(np.float32) for row in self._space.rows()])
        return Ridge(_mixed(similarity, self._senses @ self._senses.T), corpus.owner, corpus.asked)

    @property
    def has_ridge(self) -> bool:
        """Whether the evidence has all of FEATURES, or only those WITHOUT_RIDGE."""
        return self._ridge is not None

    def hear(self, text: str) -> Evidence | None:
        """The evidence for a text, or None when it has no words."""
        heard = self._vocabulary.all_words(_shortened(words(text)), self._space)
        if not heard:
            return None
        views = self._space.cosines(self._vector(heard))
        said = dict.fromkeys(heard)  # each word once, however often a story repeats it
        sense = self._senses @ sum_of([word.sense for word in said], [word.weight for word in said])
        similarity = _mixed(SHARES @ views, sense)
        best = np.maximum.reduceat(similarity[: self._phrasings], self._first)
        answer = np.zeros(self._size)
        if len(self._answered):
            answer[self._answered] = np.maximum.reduceat(similarity[self._phrasings :], self._first_part)
        ridge = self._ridge.scores(similarity) if self._ridge else None
        promise = best + 0.3 * answer if ridge is None else ridge + 0.1 * best
        chosen = np.argsort(-promise, kind="stable")[:CANDIDATES]
        layout = Layout([self._parts[entry] for entry in chosen.tolist()])
        comparison = Comparison(heard, layout, self._words)
        features = {
            "best": best[chosen],
            "answer": answer[chosen],
            **self._by_view(views, similarity, chosen, layout),
            **comparison.features(),
            "sense": layout.best(sense[layout.rows]),
            "sense_mean": layout.mean(sense[layout.rows]),
            "order": layout.best(self._in_order(heard, layout.rows)),
        }
        if self._ridge and ridge is not None:
            features["ridge"] = ridge[chosen]
            features["above_ridge"] = ridge[chosen] - self._ridge.leave_one_out[chosen]
        return Evidence(
            chosen,
            np.stack([features[name] for name in (FEATURES if self._ridge else WITHOUT_RIDGE)], 1),
            np.array([*comparison.context(), log(self._size)]),
        )

    def _by_view(
        self, views: Floats, similarity: Floats, chosen: NDArray[np.intp], layout: Layout
    ) -> dict[str, Floats]:
        near = views[:, layout.rows]
        mean = layout.mean(similarity[layout.rows])
        return {
            "mean": mean,
            "above_own": mean - self._own[chosen],
            "stem": layout.best(near[int(STEM)]),
            "pair": layout.best(near[int(PAIR)]),
            "piece": layout.best(near[int(PIECE)]),
            "meaning": layout.best(near[int(MEANING)]),
            "meaning_mean": layout.mean(near[int(MEANING)]),
        }

    def _in_order(self, heard: Sequence[Word], rows: NDArray[np.intp]) -> Floats:
        """How alike the texts are letter by letter, their words sorted: rapidfuzz's token_sort_ratio."""
        text = " ".join(sorted(word.text for word in heard))
        known = [self._sorted[row] for row in rows.tolist()]
        return np.asarray(process.cdist([text], known, scorer=fuzz.ratio)[0] / 100, np.float64)

    def _vector(self, heard: Sequence[Word]) -> Vector:
        context = neighbours([word.stem for word in heard], [word.weight for word in heard], self._lexicon)
        return total([*(word.features for word in heard), self._space.known(context)])
