"""The index: which entries fit a text, and how sure that is."""

from collections.abc import Iterable

import numpy as np

from faq.decision import Answer, Decision, Match, Suggestions, Unknown
from faq.entry import Entry
from faq.evidence import Witness
from faq.language import Language, guess
from faq.lexicon import Groups, is_foreign
from faq.scoring import Judge
from faq.text import words

SURE = 0.82  # from this probability on an answer is given directly: 95% of those are right (docs/matching.md)
WORTH_ASKING = 0.36  # when one of three is right with this probability, asking helps more than it annoys
WORTH_SHOWING = 0.05  # a suggestion less probable than this is left out
MOST_SUGGESTIONS = 3


class Index:
    """Finds entries by what people type. Built once, then only read: safe to share between threads.

    `synonyms` are groups of words or expressions that mean nearly the same in the field of this FAQ;
    everyday synonyms are built in.
    """

    def __init__(self, entries: Iterable[Entry], synonyms: Groups | None = None) -> None:
        self.entries = tuple(entries)
        texts = [words(text) for entry in self.entries for text in entry.texts]
        self.language = guess(texts) or (self.entries[0].language if self.entries else "nl")
        self._witness = Witness(self.entries, Language(self.language), synonyms or ()) if self.entries else None
        self._judge = Judge(self._witness.has_ridge if self._witness else False)

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """At most `limit` entries (and never more than ten), most probable first; none for a text without words.

        The score of a match is the probability that its entry is the right one.
        """
        evidence = self._witness.hear(text) if self._witness else None
        if evidence is None or limit < 1:
            return []
        scores = self._judge.probabilities(evidence)
        order = np.argsort(-scores, kind="stable")[:limit]
        found = zip(evidence.entries[order].tolist(), scores[order].tolist(), strict=True)
        return [Match(self.entries[number], score) for number, score in found]

    def decide(self, text: str) -> Decision:
        """Answer directly when sure, suggest up to three entries when not, else say that it is unknown.

        A text in another language than the FAQ is never answered directly: its words may mislead.
        """
        matches = self.search(text, MOST_SUGGESTIONS)
        if sum(match.score for match in matches) < WORTH_ASKING:
            return Unknown(matches[0] if matches else None)
        if matches[0].score >= SURE and not is_foreign(words(text), self.language):
            return Answer(matches[0].entry, matches[0].score)
        return Suggestions(tuple(match for match in matches if match.score >= WORTH_SHOWING))
