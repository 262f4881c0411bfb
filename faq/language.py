"""What differs by language: the stemmer and the words that carry no subject."""

from collections import Counter
from collections.abc import Iterable

import Stemmer

from faq import sounds

_ALGORITHMS = {"nl": "dutch", "en": "english"}
LANGUAGES = tuple(_ALGORITHMS)
_STOP_WORDS = {
    "nl": "de het een en van ik je dat is in te zijn op voor met niet er aan wat om als maar dan ook bij naar"
    " kan kun hoe waar mijn heb wil deze dit we wij ons onze u uw jij hij zij ze wie welke waarom wanneer mag"
    " moet moeten kunnen willen mogen zou worden wordt door over tot uit of nog al wel geen die hebben heeft",
    "en": "the a an and of i you that is in to are on for with not there what if but then also at how where my"
    " can have want this do it me we our us he she they who which why when may must should would could be by"
    " about from or any some does did was were will your",
}


class Language:
    """Stemming and stop words of one language; a language that we do not know is left as it is."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.stop_words = frozenset(_STOP_WORDS.get(code, "").split())
        self._stemmer = Stemmer.Stemmer(_ALGORITHMS[code], 0) if code in _ALGORITHMS else None

    def sound(self, word: str) -> str:
        """How a folded word sounds, to compare with other sounds; the word itself where we do not know that."""
        return sounds.dutch(word) if self.code == "nl" else word

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return str(self._stemmer.stemWord(word)) if self._stemmer else word


def guess(texts: Iterable[Iterable[str]]) -> str | None:
    """The language code whose stop words occur most in the given folded words; None when none do."""
    counts = Counter(word for text in texts for word in text)
    found = {code: sum(counts[word] for word in words.split()) for code, words in _STOP_WORDS.items()}
    best = max(found, key=lambda code: found[code])
    return best if found[best] else None
