"""How hard a text is to read: the Flesch–Douma score for Dutch, Flesch's own for English, and long sentences."""

import re
from dataclasses import dataclass
from statistics import mean

from faq.sentences import sentences

# Words of a sentence: B1 asks for about 10 on average and seldom more than 15; over 20 few people follow.
LONG, TOO_LONG = 15, 20
# Below it a text is harder than "standard" (60-70); the sample, written at B1, scores a good deal higher.
HARD = 60
# Too little text says nothing: one long word would decide.
FEWEST_WORDS = 30

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:https?://|www\.|@)\S*|\b[\w-]+(?:\.[\w-]+)+\b(?:/\S*)?")
_AFTER_QUOTE = re.compile(r"(?<=[.!?][\"”’)])\s+(?=[A-ZÀ-Þ])")  # here a sentence ends too, to a reader
# Vowels that are said as one, longest first; a diaeresis starts a syllable of its own.
_VOWELS = {
    "nl": re.compile(
        r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|oi|[aeiou]|[äëïöü]|y(?![aeiou])"
    ),
    "en": re.compile(r"[aeiouy]+"),
}
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouy])ed$(?<![td]ed)")
_ACCENTS = str.maketrans("áéíóúàèìòùâêîôû", "aeiouaeiouaeiou")
# (the score of an empty text, what a syllable a word takes off, what a word a sentence takes off)
_FORMULAS = {"nl": (206.84, 77.0, 0.93), "en": (206.835, 84.6, 1.015)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a reader meets it: `score` (higher is easier; None when there is too little text to tell), the mean
    number of words a sentence, and the sentences with their numbers of words."""

    score: float | None
    mean_words: float
    sentences: tuple[tuple[str, int], ...]


def reading(markdown: str, language: str = "nl") -> Reading:
    """How hard a Markdown text is, read as Dutch or English; another language is read as English."""
    parts = [part for sentence in sentences(markdown) for part in _AFTER_QUOTE.split(sentence)]
    found = [(part, count) for part in parts if (count := len(_words(part)))]
    words = [word for sentence, _ in found for word in _words(sentence)]
    a_sentence = mean(count for _, count in found) if found else 0.0
    score = None if len(words) < FEWEST_WORDS else flesch(words, a_sentence, language)
    return Reading(score, a_sentence, tuple(found))


def flesch(words: list[str], words_a_sentence: float, language: str) -> float:
    """Reading ease, from about 0 (very hard) to 100 (very easy).

    Dutch: Flesch–Douma, 206.84 - 0.77 x (syllables per 100 words) - 0.93 x (words per sentence), from
    W. H. Douma, De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen, 1960. It is R. Flesch's formula
    (A new readability yardstick, Journal of Applied Psychology 32, 1948; used for English) with smaller steps,
    because Dutch words and sentences are longer.
    """
    start, syllable, word = _FORMULAS.get(language, _FORMULAS["en"])
    return start - syllable * mean(syllables(text, language) for text in words) - word * words_a_sentence


def syllables(word: str, language: str = "nl") -> int:
    """How many syllables a word has, by its vowels: right for most words, one off for some loanwords."""
    word = word.casefold().translate(_ACCENTS)
    if language != "nl":
        word = _SILENT.sub("", word)
    return max(1, len(_VOWELS.get(language, _VOWELS["en"]).findall(word)))


def _words(sentence: str) -> list[str]:
    """The words of a sentence; addresses of the web and mail are not read as words."""
    return _WORD.findall(_ADDRESS.sub(" ", sentence))
