"""What is known of a language besides the FAQ: how common words are, and which mean nearly the same."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from faq.language import Language
from faq.text import words

RARE = 3.2  # Zipf frequency taken for words that are not in the list
_CEILING, _RANGE = 7.6, 4.6  # the commonest words have a Zipf frequency of 7.6; 3.0 and less count in full
_NUMBER = 4.5
_LONGEST = 4  # words in an expression
SHORTEST_HEARD = 3  # letters of a word that may be written by ear

Groups = Sequence[Sequence[str]]


@cache
def common_words(code: str) -> dict[str, float]:
    """The common words of a language, each with its Zipf frequency; none for a language that we do not know."""
    found: dict[str, float] = {}
    for line in lines(f"common.{code}.txt"):
        band, *members = line.split()
        found.update(dict.fromkeys(members, float(band)))
    return found


@cache
def _by_sound(code: str) -> dict[str, str]:
    """For each sound the commonest word that sounds so."""
    found: dict[str, str] = {}
    language = Language(code)
    for word in common_words(code):
        found.setdefault(language.sound(word), word)
    return found


@cache
def _synonyms(code: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split(",")) for line in lines(f"synonyms.{code}.txt"))


@cache
def _spoken(code: str) -> dict[str, list[str]]:
    """Little words as they are spoken, each with the words that it stands for."""
    rows = (line.split() for line in lines(f"spoken.{code}.txt"))
    return {spoken: written for spoken, *written in rows}


def lines(name: str) -> list[str]:
    """The lines of a data file that are not comments; none when there is no such file."""
    file = files("faq").joinpath("data", name)
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


class Lexicon:
    """Common words and synonyms of a language; `groups` are synonyms of this FAQ's own field."""

    def __init__(self, language: Language, groups: Groups = ()) -> None:
        self._language = language
        self._common = common_words(language.code)
        self._words: dict[str, list[int]] = {}
        self._expressions: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, group in enumerate((*_synonyms(language.code), *groups)):
            self._learn(number, group, language)

    def _learn(self, number: int, group: Iterable[str], language: Language) -> None:
        for stems in dict.fromkeys(tuple(map(language.stem, words(member))) for member in group):
            if len(stems) == 1:
                self._words.setdefault(stems[0], []).append(number)
            elif 1 < len(stems) <= _LONGEST:
                self._expressions.setdefault(stems[0], []).append((stems, number))

    def weight(self, word: str) -> float:
        """How much a folded word says, from 0.05 (as common as "de") to 0.96 (not a common word)."""
        zipf = _NUMBER if word.isdigit() else self._common.get(word, RARE)
        return max(0.05, (_CEILING - zipf) / _RANGE)

    def is_common(self, word: str) -> bool:
        """True for a word that is certainly spelled right."""
        return word in self._common

    def in_full(self, word: str) -> list[str]:
        """What a little word stands for as it is written: "moek" for "moet ik"; else the word itself."""
        return _spoken(self._language.code).get(word, [word])

    def sounding(self, sound: str) -> str | None:
        """The commonest common word that sounds so, if any does."""
        return _by_sound(self._language.code).get(sound)

    def of_the_field(self, word: str, found: str) -> bool:
        """Whether a word has synonyms of its own, so that it is not `found` written by ear: "coop" is no "koop"."""
        stem = self._language.stem(word)
        return bool(self.groups(stem)) and self._language.stem(found) != stem

    def as_written(self, text: Sequence[str]) -> list[str]:
        """Folded words as they are written: little ones in full, for an unknown one the common word that sounds so."""
        return [self._spelled(word) for spoken in text for word in self.in_full(spoken)]

    def _spelled(self, word: str) -> str:
        if len(word) < SHORTEST_HEARD or self.is_common(word):
            return word
        found = self.sounding(self._language.sound(word))
        return word if found is None or self.of_the_field(word, found) else found

    def groups(self, stem: str) -> Sequence[int]:
        """The numbers of the synonym groups that a stem belongs to."""
        return self._words.get(stem, ())

    def expressions(self, stems: Sequence[str]) -> list[int]:
        """The groups of the expressions of several words that occur in a row of stems."""
        found = []
        for start, stem in enumerate(stems):
            for expression, number in self._expressions.get(stem, ()):
                if tuple(stems[start : start + len(expression)]) == expression:
                    found.append(number)
        return found
