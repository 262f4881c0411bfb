"""Which language a text is in, as far as its words tell."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from faq.language import LANGUAGES
from faq.lexicon import RARE, common_words, lines
from faq.text import MAX_CHARACTERS, words

OTHER = "other"  # a language that we have no word list of
_CLEAR = 1.5  # by so much (Zipf, summed over the distinct words) must a text be commoner in one language
_TELLING = 2  # little words of another language that a text has at least; one will do if no word of a text
_LONG = 3  # of so many is known


@lru_cache(maxsize=256)  # of one question it is asked several times
def language_of(text: str) -> str | None:
    """The language of a text: "nl", "en", OTHER for another one, or None when its words do not tell.

    A bare subject ("vog", "workshop crowdfunding") could be any language: None.
    """
    if _other_script(text[:MAX_CHARACTERS]):
        return OTHER
    distinct = set(words(text))
    totals = {code: _commonness(distinct, code) for code in LANGUAGES}
    first, second = sorted(LANGUAGES, key=lambda code: -totals[code])[:2]
    if any(_speaks(distinct, other, first) for other in _other_words()):
        return OTHER
    return first if totals[first] - totals[second] > _CLEAR else None


def _commonness(distinct: Iterable[str], code: str) -> float:
    known = common_words(code)
    return sum(known.get(word, RARE) for word in distinct)


def _speaks(distinct: set[str], other: frozenset[str], code: str) -> bool:
    """Whether words are rather in the other language with these little words than in `code`."""
    theirs = distinct & other
    telling = len(theirs - _our_words())
    if not telling:  # nearly always, and the rest takes time
        return False
    ours = sum(word in common_words(code) for word in distinct - theirs)
    return len(theirs) > ours and telling >= (_TELLING if ours or len(distinct) < _LONG else 1)


def _other_script(text: str) -> bool:
    """Whether most letters are not Latin ones."""
    letters = [char for char in text if char.isalpha()]
    strange = sum(not unicodedata.name(char, "LATIN").startswith("LATIN") for char in letters if ord(char) > 0x24F)
    return strange > len(letters) / 2


@cache
def _our_words() -> frozenset[str]:
    return frozenset(word for code in LANGUAGES for word in common_words(code))


@cache
def _other_words() -> tuple[frozenset[str], ...]:
    """The little words of each other language."""
    return tuple(frozenset(line.partition(":")[2].split()) for line in lines("other.txt"))
