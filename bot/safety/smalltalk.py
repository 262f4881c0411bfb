"""Small talk, anger and noise: what a text is when it is no question. The words stand in a file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.safety.phrases import Phrases, sentences
from faq.text import words

FILE = Path(__file__).parents[1] / "content" / "smalltalk.yaml"
# What several of them in one text come down to: the first that is there.
KINDS = ("robot", "thanks", "bye", "glad", "hello")
NOISE, SPAM = "noise", "spam"
# So many links are no question, whatever stands around them; and so few words around a link are none either.
MANY_LINKS, FEW_WORDS = 3, 1
# A text that has an insult and so many words besides, may be a question.
FEW_BESIDES = 4
# An address with a scheme or www, or a name of a site with something after it.
_LINK = re.compile(
    r"(?i)\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|ru|me|io|xyz|top|info|club)/\S*"
)
_STRETCHED = re.compile(r"(.)\1{2,}")


def what(text: str) -> str | None:
    """Which small talk a text is: one of KINDS, NOISE or SPAM; None when it may be a question."""
    said = " ".join(text.casefold().split()).strip(" .!?,;")
    if said in _file().phrases:
        return _file().phrases[said]
    if not re.search(r"\w", said):
        return _emoji(said) or NOISE
    links = _LINK.findall(text)
    if links and (len(links) >= MANY_LINKS or len(words(_LINK.sub(" ", text))) <= FEW_WORDS):
        return SPAM
    kinds = _covered(words(_STRETCHED.sub(r"\1", text)))
    return next((kind for kind in KINDS if kind in kinds), None)


def is_insult(text: str, unknown: bool) -> bool:
    """Whether a text is anger at the bot. `unknown`: no answer comes near it; else it must be short besides."""
    besides, found = 0, False
    for sentence in sentences(text):
        covered = {n for hit in _file().insults.find(sentence) for n in range(hit.start, hit.end)}
        found = found or bool(covered)
        besides += sum(n not in covered and word not in _file().fillers for n, word in enumerate(sentence))
    return found and (unknown or besides <= FEW_BESIDES)


def _covered(said: list[str]) -> set[str]:
    """The kinds of small talk that make up all the words; none when a word is left over."""
    kinds: set[str] = set()
    at = 0
    while at < len(said):
        for length in range(min(_file().longest, len(said) - at), 0, -1):
            phrase = " ".join(said[at : at + length])
            if phrase in _file().folded:
                kinds.add(_file().folded[phrase])
                break
        else:
            return set()
        at += length
    return kinds


def _emoji(said: str) -> str | None:
    """Only emoji, perhaps several or with a colour of skin: what the first of them says."""
    first = said.replace("\ufe0f", "")[:1]
    return _file().phrases.get(first)


class _File:
    """The file, made fit for looking up."""

    def __init__(self) -> None:
        groups: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
        self.fillers = {str(word) for word in groups["fillers"]}
        self.phrases = {str(phrase): kind for kind in KINDS for phrase in groups[kind]}
        kinds = {" ".join(words(phrase)): kind for phrase, kind in self.phrases.items()}
        stretched = {_STRETCHED.sub(r"\1", phrase): kind for phrase, kind in kinds.items() if phrase}
        self.folded = {" ".join(words(word)): "" for word in self.fillers} | stretched
        self.longest = max(len(phrase.split()) for phrase in self.folded)
        self.insults = Phrases([(phrase, "insult") for phrase in groups["insults"]], {}, self.fillers)


@cache
def _file() -> _File:
    return _File()
