"""What a question leads to: an answer, a few suggestions, or an honest "I do not know"."""

from dataclasses import dataclass

from faq.entry import Entry


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may fit; `score` (0..1) is the probability that it is the right one.

    `language` is that of the text it was found by; `entry.told_in(language)` has the answer.
    """

    entry: Entry
    score: float
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Answer:
    """Sure enough to answer directly; `confidence` (0..1) is the probability of being right.

    `language` is that of the question; `entry.told_in(language)` has the answer.
    """

    entry: Entry
    confidence: float
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Not sure: one to three matches to choose from, best first."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing fits; `best` is the nearest match all the same (for staff to see), if there is one."""

    best: Match | None = None


Decision = Answer | Suggestions | Unknown
