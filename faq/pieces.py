"""What someone types in several messages: one question in pieces, or one question after another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from faq.decision import Answer, Decision, Suggestions, Unknown
from faq.detection import language_of
from faq.index import Index
from faq.lexicon import lines
from faq.text import words

SHORTEST = 4  # words of a question that stands on its own
AFTER = 3  # words that must come after a question word inside a sentence
NEAR = 3  # so far from the beginning "dat" still points back: "mag dat zomaar"
SHORT = 8  # words; what a longer text points back at is mostly in that text itself
GAIN = 0.05  # so much surer what is said together must be, to be more than both parts are by themselves
_SENTENCE = re.compile(r"[.!?\n]+")


class Read(NamedTuple):
    """What is asked, and what the matcher makes of it."""

    text: str
    decision: Decision


def read(index: Index, before: str, piece: str) -> Read:
    """Pieces of one question: all together, unless more is known of the last one alone."""
    text = f"{before} {piece}".strip()
    whole = Read(text, index.decide(text))
    if not before or not piece:
        return whole
    alone = Read(piece, index.decide(piece))
    return alone if _known(alone.decision) > _known(whole.decision) else whole


def apart(index: Index, before: str, piece: str) -> bool:
    """Whether `piece`, typed right after `before`, is another question: then each deserves a reply.

    Both must be questions by themselves (the second may also be a few words that we surely know the answer to). The
    second must not point back at the first, they must be about different things, and together no more must be known
    than of each. The limits were chosen by `benchmarks.matching_pieces`; docs/matching.md has the figures.
    """
    home = index.language
    complete = before.rstrip().endswith("?") or asks(before, home)
    if not complete or points_back(piece, home):
        return False
    first, second = index.decide(before), index.decide(piece)
    if not asks(piece, home) and not isinstance(second, Answer):
        return False
    (one, sure), (other, surer) = _best(first), _best(second)
    if other == one or other in _shown(first):
        return False
    return _best(index.decide(f"{before} {piece}"))[1] < max(sure, surer) + GAIN


def asks(text: str, language: str) -> bool:
    """Whether a text is a question that may stand on its own. `language`: of what does not tell its own."""
    told = _told(language_of(text) or language)
    for sentence in map(words, _SENTENCE.split(text)):
        if len(sentence) >= SHORTEST and sentence[0] in told["begins"]:
            return True
        if told["inside"].intersection(sentence[1:-AFTER]):
            return True
    return False


def points_back(text: str, language: str) -> bool:
    """Whether a text is only clear beside what was said just before it."""
    told, said = _told(language_of(text) or language), words(text)
    if not said or len(said) > SHORT:
        return not said
    first = words(_SENTENCE.split(text.lstrip(".!?"))[0]) or said
    if first[0] in told["follows"] or told["refers"].intersection(first):
        return True
    return bool(told["points"].intersection((*first[:NEAR], first[-1])))


@cache
def _told(code: str) -> Mapping[str, frozenset[str]]:
    """The words of `faq/data/asking.*.txt` by their kind; none in a language that has no such file."""
    rows = (line.split() for line in lines(f"asking.{code}.txt"))
    return defaultdict(frozenset, {kind: frozenset(listed) for kind, *listed in rows})


def _known(decision: Decision) -> float:
    """How much is known of it: an answer, and how sure, before suggestions, before nothing."""
    match decision:
        case Answer(_, confidence):
            return 2 + confidence
        case Suggestions():
            return 1
        case Unknown():
            return 0


def _best(decision: Decision) -> tuple[str, float]:
    """The likeliest entry, and how likely it is."""
    match decision:
        case Answer(entry, confidence):
            return entry.id, confidence
        case Suggestions(matches):
            return matches[0].entry.id, matches[0].score
        case Unknown(best):
            return (best.entry.id, best.score) if best else ("", 0.0)


def _shown(decision: Decision) -> set[str]:
    """The entries that the asker is shown."""
    match decision:
        case Answer(entry):
            return {entry.id}
        case Suggestions(matches):
            return {match.entry.id for match in matches}
        case Unknown():
            return set()
