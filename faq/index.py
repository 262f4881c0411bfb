"""The index: which entries fit a text, and how sure that is."""

import re
from collections import Counter
from collections.abc import Iterable

from faq.decision import Answer, Decision, Match, Suggestions, Unknown
from faq.detection import OTHER, language_of
from faq.entry import Entry
from faq.language import LANGUAGES
from faq.lexicon import Groups
from faq.pool import Pool

SURE = 0.84  # from this probability on an answer is given directly (docs/matching.md says how often that is right)
# With more texts an entry chance likeness grows: from so many on, a direct answer, and a suggestion, must be surer.
MANY_TO_ANSWER, MANY_TO_ASK = 6, 12
WORTH_ASKING = 0.36  # when one of three is right with this probability, asking helps more than it annoys
WORTH_SHOWING = 0.05  # a suggestion less probable than this is left out
MOST_SUGGESTIONS = 3
_OR = re.compile(r"\s(?:of|or)\s", re.IGNORECASE)


class Index:
    """Finds entries by what people type. Built once, then only read: safe to share between threads.

    `synonyms` are groups of words or expressions that mean nearly the same in the field of this FAQ;
    everyday synonyms are built in. `language` is that of most entries. A text in another language is
    compared with the entries that have a translation in it, and with the others as they are.
    """

    def __init__(self, entries: Iterable[Entry], synonyms: Groups | None = None) -> None:
        self.entries = tuple(entries)
        declared = Counter(entry.language for entry in self.entries)
        home = max(declared, key=lambda code: declared[code], default="nl")
        self._home = Pool(self.entries, home, synonyms or ())
        self.language = self._home.language
        texts = sum(len(entry.texts) for entry in self.entries) / max(1, len(self.entries))
        self.sure = _surer(SURE, MANY_TO_ANSWER, texts)
        self._worth_asking = _surer(WORTH_ASKING, MANY_TO_ASK, texts)
        codes = {code for entry in self.entries for code in entry.languages} - {home}
        self._abroad = {
            code: Pool([entry for entry in self.entries if code in entry.languages], code) for code in sorted(codes)
        }

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """At most `limit` entries (and never more than ten), most probable first; none for a text without words.

        The score of a match is the probability that its entry is the right one; their sum is at most 1.
        """
        asked = language_of(text)
        abroad = [pool for code, pool in self._abroad.items() if _same(code, asked)]
        found = [match for pool in abroad for match in pool.search(text)]
        elsewhere = frozenset[str]().union(*(pool.ids for pool in abroad))
        found += [match for match in self._home.search(text) if match.entry.id not in elsewhere]
        return _ranked(found)[: max(0, min(limit, 10))] if abroad else found[: max(0, limit)]

    def decide(self, text: str) -> Decision:
        """Answer directly when sure, suggest up to three entries when not, else say that it is unknown.

        Words of another language may mislead: an entry that was matched in another language than that
        of the text (`Match.language`) is never answered directly.
        """
        matches = self.search(text, MOST_SUGGESTIONS)
        if sum(match.score for match in matches) < self._worth_asking:
            return Unknown(matches[0] if matches else None)
        first, asked = matches[0], language_of(text)
        shown = tuple(match for match in matches if match.score >= WORTH_SHOWING)
        told = asked is None or _same(first.language, asked)
        if first.score >= self.sure and told and not (len(shown) > 1 and self._asks_two_things(text, *shown[:2])):
            return Answer(first.entry, first.score, first.language)
        return Suggestions(shown)

    def _asks_two_things(self, text: str, first: Match, second: Match) -> bool:
        """Whether one half of a double question ("a certificate or insurance") asks for the second match."""
        halves = _OR.split(text, maxsplit=1)
        found = [match for half in halves for match in self.search(half, 1)]
        surely = {match.entry.id for match in found if match.score >= SURE}
        return surely == {first.entry.id, second.entry.id}


def _surer(threshold: float, many: int, texts: float) -> float:
    """The threshold for a FAQ with so many texts an entry."""
    return 1 - (1 - threshold) * min(1.0, many / max(1.0, texts))


def _same(code: str, asked: str | None) -> bool:
    """Whether a text in `asked` may be in the language `code`: any that we do not know may be OTHER."""
    return code == asked or (asked == OTHER and code not in LANGUAGES)


def _ranked(matches: list[Match]) -> list[Match]:
    """Matches of several pools together: each entry once, in order of score, the scores summing to at most 1."""
    best: dict[str, Match] = {}
    for match in sorted(matches, key=lambda match: -match.score):
        best.setdefault(match.entry.id, match)
    size = max(1.0, sum(match.score for match in best.values()))
    return [Match(match.entry, match.score / size, match.language) for match in best.values()]
