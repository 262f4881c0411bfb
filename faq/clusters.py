"""Questions that ask the same, put together: so that one decision of a person settles them all. Pure.

for cluster in group(["straat afsluiten", "mag de straat dicht", "vog aanvragen"]):
    print(len(cluster.members), cluster.typical)
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

from rapidfuzz import fuzz

from faq.language import Language
from faq.lexicon import Groups, Lexicon
from faq.meanings import Direction, Meanings, sum_of
from faq.text import fold, words

# From this likeness on, two questions are taken for one. Chosen on real questions: docs/learning.md.
ALIKE = 0.7
# Letters that agree so far (0..1) are the same words with a typing error; below it they say nothing.
SAME_LETTERS = 0.85
# Of two open questions that are alike, these make it sure enough to propose one answer for both: so much is said in
# the same words, or so surely do both mean the same entry. Chosen on real questions: docs/matching.md.
SURELY, SAME_WORDS, SAME_ENTRY = 0.9, 0.6, 0.8
# Or so surely do both mean the same entry, while their words point nearly the same way.
NEARLY_SAME_ENTRY, SAME_SENSE = 0.7, 0.6
# Words that say what of a subject is asked for: who asks for a price is not helped with a date.
ASKS = {
    "price": {"kost", "kosten", "prijs", "betalen", "duur", "gratis", "cost", "costs", "price", "pay", "free", "fee"},
    "time": {"wanneer", "datum", "hoelang", "when", "date", "long"},
    "place": {"waar", "where"},
    "person": {"wie", "who"},
}
# What a synonym in common counts for, beside the same word.
SYNONYM = 0.6

T = TypeVar("T")
# What a matcher takes a text for: the probability of each entry, by its id.
Meaning = Callable[[str], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Texts that ask the same: `members` are their places in what was given, in that order.

    `typical` is the place of the text that is most like the others.
    """

    members: tuple[int, ...]
    typical: int


def group(
    texts: Sequence[str], language: str = "nl", synonyms: Groups = (), meaning: Meaning | None = None
) -> list[Cluster]:
    """Every text in exactly one cluster; the largest first. `meaning`: see Likeness.

    The most typical text takes those that are like it, then the most typical of what is left, and so on: each
    member is like the typical text itself, so that no chain of likenesses joins what differs. Which texts end up
    together does not depend on their order.
    """
    ruler = Likeness(language, synonyms, meaning)
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(fold(text), []).append(place)
    folded = sorted(places)
    stars = _stars(folded, [len(places[text]) for text in folded], ruler)
    found = [_cluster(texts, [folded[number] for number in star], places) for star in stars]
    return sorted(found, key=lambda c: (-len(c.members), fold(texts[c.typical])))


class Likeness:
    """How much two texts ask the same: 0 (nothing in common) to 1. Remembers what it read of each text.

    It counts the words in common, by their stems and synonyms and by how much they say, and how far a matcher
    takes both texts for the same entry, if it is given: people ask the same in quite different words.
    """

    def __init__(self, language: str, synonyms: Groups = (), meaning: Meaning | None = None) -> None:
        """`meaning` is asked once for each text; it must give the same for the same words."""
        self._language = Language(language)
        self._lexicon = Lexicon(self._language, synonyms)
        self._meaning = meaning or (lambda _text: {})
        self._meanings = Meanings(language)
        self._read: dict[str, _Reading] = {}
        self._senses: dict[str, Direction] = {}

    def __call__(self, one: str, other: str) -> float:
        """Of two texts. Symmetric; 1 for texts with the same words."""
        return min(1.0, sum(self._parts(one, other)))

    def surely(self, one: str, other: str) -> bool:
        """Whether two texts are so much alike that few who read both would doubt it."""
        said, meant = self._parts(one, other)
        if _asks(self.read(one)) != _asks(self.read(other)):
            return False
        if said + meant >= SURELY and (meant >= SAME_ENTRY or said >= SAME_WORDS):
            return True
        return meant >= NEARLY_SAME_ENTRY and float(self._sense(one) @ self._sense(other)) >= SAME_SENSE

    def _sense(self, text: str) -> Direction:
        """Where the words of a text point together."""
        if text not in self._senses:
            said = list(dict.fromkeys(self.read(text).folded.split())) or [""]
            weights = [self._lexicon.weight(word) for word in said]
            self._senses[text] = sum_of([self._meanings.of(word) for word in said], weights)
        return self._senses[text]

    def _parts(self, one: str, other: str) -> tuple[float, float]:
        """How much two texts say the same, and how far both mean the same entry: each 0 to 1."""
        mine, theirs = self.read(one), self.read(other)
        if mine.folded == theirs.folded:
            return 1.0, 0.0
        letters = fuzz.ratio(mine.stems, theirs.stems, score_cutoff=SAME_LETTERS * 100) / 100 if mine.stems else 0.0
        said = max(_in_common(mine.said, theirs.said), letters)
        return said, _in_common(mine.meant, theirs.meant)

    def read(self, text: str) -> "_Reading":
        """What it makes of a text."""
        if text not in self._read:
            folded = self._lexicon.as_written(words(text))
            said = [word for word in folded if word not in self._language.stop_words]
            stems = {self._language.stem(word): self._lexicon.weight(word) for word in said}
            weights, letters = self._weights(stems), " ".join(sorted(stems))
            self._read[text] = _Reading(" ".join(folded), weights, self._meaning(text), letters)
        return self._read[text]

    def _weights(self, stems: Mapping[str, float]) -> dict[object, float]:
        weights: dict[object, float] = dict(stems.items())
        for stem, weight in stems.items():
            for number in self._lexicon.groups(stem):
                weights[number] = max(SYNONYM * weight, weights.get(number, 0.0))
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {feature: weight / length for feature, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text: its words; its stems and synonyms with their weights (of length 1); what entries it means; its stems."""

    folded: str
    said: Mapping[object, float]
    meant: Mapping[str, float]
    stems: str

    def handles(self) -> list[object]:
        """By these, texts that may be like each other find each other. Of a word its beginning, for typing errors."""
        beginnings = [("begins", stem[:3]) for stem in self.stems.split()]
        return [*self.said, *beginnings, *(("means", entry) for entry in self.meant)]


def _asks(reading: "_Reading") -> set[str]:
    """What of its subject a text asks for, when a word says so: a price is no date."""
    return {kind for kind, asking in ASKS.items() if asking & set(reading.folded.split())}


def _in_common(one: Mapping[T, float], other: Mapping[T, float]) -> float:
    return sum(weight * other[feature] for feature, weight in one.items() if feature in other)


def _stars(folded: Sequence[str], counts: Sequence[int], ruler: Likeness) -> list[list[int]]:
    """The numbers of the folded texts of each cluster, its centre first."""
    near = _neighbours(folded, ruler)
    left = set(range(len(folded)))
    stars = []
    while left:
        # What is asked most with what is like it, then by itself; of equals the shortest, then by the alphabet.
        asked = {n: sum(counts[m] for m in near[n] if m in left) for n in left}
        centre = max(left, key=lambda n: (asked[n], counts[n], -len(folded[n]), -n))
        star = [centre, *(m for m in near[centre] if m in left and m != centre)]
        left -= set(star)
        stars.append(star)
    return stars


def _neighbours(folded: Sequence[str], ruler: Likeness) -> list[list[int]]:
    """For each text the numbers of those like it, itself first. Only texts that share something are compared."""
    holders: dict[object, list[int]] = {}
    near = [[number] for number in range(len(folded))]
    for number, text in enumerate(folded):
        handles = ruler.read(text).handles()
        met = Counter(other for handle in handles for other in holders.get(handle, ()))
        for other in sorted(met):
            if ruler(text, folded[other]) >= ALIKE:
                near[number].append(other)
                near[other].append(number)
        for handle in handles:
            holders.setdefault(handle, []).append(number)
    return near


def _cluster(texts: Sequence[str], star: Sequence[str], places: Mapping[str, list[int]]) -> Cluster:
    members = sorted(place for text in star for place in places[text])
    # Of the same words written differently, which one is shown must not depend on the order either.
    typical = min(places[star[0]], key=lambda place: (texts[place], place))
    return Cluster(tuple(members), typical)
