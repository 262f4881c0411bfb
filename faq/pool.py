"""Entries as they are told in one language, and which of them fit a text."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from faq.decision import Match
from faq.entry import Entry
from faq.evidence import Witness
from faq.language import LANGUAGES, Language, guess
from faq.lexicon import Groups
from faq.scoring import Judge
from faq.text import words


class Pool:
    """`entries` told in `code`, or in their own language where they are not translated.

    `language` is the language that most of the texts turn out to be in: what a file says may be wrong.
    """

    def __init__(self, entries: Sequence[Entry], code: str, groups: Groups = ()) -> None:
        self.entries = entries
        self.ids = frozenset(entry.id for entry in entries)
        told = [_told(entry, code) for entry in entries]
        self._languages = [entry.language for entry in told]
        spoken = guess(words(text) for entry in told for text in entry.texts) if code in LANGUAGES else None
        self.language = spoken or code
        self._declared = code
        self._witness = Witness(told, Language(self.language), groups) if told else None
        self._judge = Judge(self._witness.has_ridge if self._witness else False)

    def search(self, text: str) -> list[Match]:
        """At most ten entries, most probable first; none for a text without words."""
        evidence = self._witness.hear(text) if self._witness else None
        if evidence is None:
            return []
        scores = self._judge.probabilities(evidence)
        order = np.argsort(-scores, kind="stable")
        found = zip(evidence.entries[order].tolist(), scores[order].tolist(), strict=True)
        return [Match(self.entries[number], score, self._language_of(number)) for number, score in found]

    def _language_of(self, number: int) -> str:
        code = self._languages[number]
        return self.language if code == self._declared else code


def _told(entry: Entry, code: str) -> Entry:
    if code == entry.language or code not in entry.translations:
        return entry
    text = entry.told_in(code)
    return replace(entry, question=text.question, phrasings=text.phrasings, answer=text.answer, language=code)
