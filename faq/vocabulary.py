"""The words of the FAQ, and how near any other word is to each of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock

import numpy as np
from rapidfuzz import fuzz

from faq.language import Language
from faq.lexicon import SHORTEST_HEARD, Lexicon
from faq.meanings import Direction, Meanings
from faq.space import MEANING, PAIR, PIECE, STEM, Floats, Numbers, Space, Vector, Weighed, pieces, total

ALIKE = 0.35  # cosine of the pieces of two words from which they count as akin ("verzekerd", "verzekering")
AKIN, SAME_STEM, SAME_MEANING, VAGUE_MEANING = 0.8, 0.95, 0.7, 0.55  # how near such words are
TYPO = 80  # least ratio (0..100, rapidfuzz) at which an unknown word is taken for a known one
TYPO_NEAR, TYPO_NEAR_COMMON = 0.95, 0.6  # nearness for a ratio of 1; the second if it is a common word itself
BY_EAR = 0.95  # nearness for a word that only sounds like a known one
SHORTEST_WHOLE = 7  # letters of a word that may have been cut in two
MOST_TYPOS = 8  # known words, most alike in their pieces, that are looked at as what an unknown word may mean
CACHE = 4_000  # words that are remembered, at about 1.5 kB each


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as `typed`, seen from the FAQ: `text` is the repaired word, `sound` how it sounds as typed, `akin` has
    the numbers of the words of the vocabulary that are near it, `nearness` (0..1) how near, `best` the nearest of
    all and `known` how near that is (0: no word is), `weight` how much the word says, `sense` the direction of its
    meaning."""

    typed: str
    text: str
    stem: str
    sound: str
    weight: float
    features: Vector
    akin: Numbers
    nearness: Floats
    best: int
    known: float
    sense: Direction


class Vocabulary:
    """The distinct words of the phrasings. What was worked out for a word is kept for a while."""

    def __init__(self, words: Iterable[str], language: Language, lexicon: Lexicon, meanings: Meanings) -> None:
        self.words = sorted(set(words))
        self.ids = {word: number for number, word in enumerate(self.words)}
        self._language, self._lexicon, self._meanings = language, lexicon, meanings
        self.stems = [language.stem(word) for word in self.words]
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self._by_sound[language.sound(word)].append(word)
        self._by_stem, self._by_group = defaultdict(list), defaultdict(list)
        for number, stem in enumerate(self.stems):
            self._by_stem[stem].append(number)
            for group in lexicon.groups(stem):
                self._by_group[group].append(number)
        self._shapes = Space(_shape(word) for word in self.words)
        self._shapes.forget()
        self._seen: dict[str, Word] = {}
        self._lock = Lock()

    def word(self, text: str, space: Space) -> Word:
        """What is known of a folded word; its features are those that `space` knows."""
        found = self._seen.get(text)
        if found is None:
            found = self._look(text, space)
            with self._lock:
                if len(self._seen) >= CACHE:
                    self._seen.pop(next(iter(self._seen)))
                self._seen[text] = found
        return found

    def all_words(self, texts: Sequence[str], space: Space) -> list[Word]:
        """What is known of the folded words of a text, two that are one cut in two taken together ("buurt huis")."""
        found: list[Word] = []
        written = ([text] if text in self.ids else self._lexicon.in_full(text) for text in texts)
        for text in chain.from_iterable(written):
            word = self.word(text, space)
            whole = self._whole(found[-1], word, space) if found else None
            if whole is None:
                found.append(word)
            else:
                found[-1] = self.word(whole, space)
        return found

    def _whole(self, first: Word, last: Word, space: Space) -> str | None:
        """The word of the vocabulary that these two are the parts of; None when the FAQ also writes them apart."""
        if len(first.typed) + len(last.typed) < SHORTEST_WHOLE:
            return None
        whole = first.typed + last.typed
        if whole not in self.ids:
            whole = next(iter(self._by_sound.get(first.sound + last.sound, ())), "")
        apart = whole and len(space.known([(f"{PAIR}{first.stem} {last.stem}", 1.0)]).numbers)
        return whole if whole and not apart else None

    def _look(self, text: str, space: Space) -> Word:
        heard = self._heard(text)
        near = self._near(heard)
        if heard != text:
            near *= BY_EAR
        best = int(near.argmax())
        akin = np.flatnonzero(near)
        repaired = self._repair(heard, best)
        stem = self._language.stem(repaired)
        return Word(
            typed=text,
            text=repaired,
            stem=stem,
            sound=self._language.sound(text),
            weight=self._lexicon.weight(heard),
            features=space.known(word_features(repaired, stem, self._lexicon)),
            akin=akin,
            nearness=near[akin],
            best=best,
            known=float(near[best]),
            sense=self._meanings.of(repaired),
        )

    def _heard(self, text: str) -> str:
        """The word that is known and sounds like `text`, which is not known; else `text` itself."""
        if text in self.ids or len(text) < SHORTEST_HEARD or self._lexicon.is_common(text):
            return text
        sound = self._language.sound(text)
        alike = self._by_sound.get(sound)
        found = max(alike, key=lambda word: fuzz.ratio(text, word)) if alike else self._lexicon.sounding(sound)
        return text if found is None or self._lexicon.of_the_field(text, found) else found

    def _near(self, text: str) -> Floats:
        alike = self._shapes.cosines(total([self._shapes.known(_shape(text))]))[int(PIECE)]
        near = np.where(alike > ALIKE, AKIN * alike, 0.0)
        if text not in self.ids and len(text) >= 4:
            self._typos(text, alike, near)
        stem = self._language.stem(text)
        groups = self._lexicon.groups(stem)
        for group in groups:
            members = self._by_group.get(group, [])
            near[members] = np.maximum(near[members], SAME_MEANING if len(groups) < 3 else VAGUE_MEANING)
        same = self._by_stem.get(stem, [])
        near[same] = np.maximum(near[same], SAME_STEM)
        if text in self.ids:
            near[self.ids[text]] = 1.0
        return near

    def _typos(self, text: str, alike: Floats, near: Floats) -> None:
        trust = TYPO_NEAR_COMMON if self._lexicon.is_common(text) else TYPO_NEAR
        most = min(MOST_TYPOS, len(alike))
        for number in np.argpartition(-alike, most - 1)[:most].tolist():
            ratio = fuzz.ratio(text, self.words[number]) / 100
            if ratio >= 0.75:
                near[number] = max(near[number], ratio * trust)

    def _repair(self, text: str, best: int) -> str:
        """The nearest word of the vocabulary if `text` looks like a slip of the thumb, else `text`."""
        candidate = self.words[best]
        if text in self.ids or len(text) < 4 or self._lexicon.is_common(text) or candidate[0] != text[0]:
            return text
        return candidate if fuzz.ratio(text, candidate) >= TYPO else text


def _shape(word: str) -> Weighed:
    return [(PIECE + piece, 1.0) for piece in pieces(word, 2)]


def word_features(word: str, stem: str, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The features of one word on its own: its stem, its pieces and its meanings, with their weights."""
    weight = lexicon.weight(word)
    groups = lexicon.groups(stem)
    features = [(STEM + stem, weight**0.5)]
    features += [(PIECE + piece, 1.0) for piece in pieces(word)]
    if not groups:
        features.append((MEANING + stem, weight))
    features += [(f"{MEANING}#{group}", weight / len(groups) ** 0.5) for group in groups]
    return features
