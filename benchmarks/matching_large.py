"""A large FAQ that nobody wrote, and questions about it: the same on every machine."""

from collections.abc import Sequence
from random import Random

import faq
from faq.lexicon import common_words
from faq.text import words

PHRASINGS = 5  # besides the question
TOPIC, FILLING = 8, 4  # words that belong to an entry, and words around them in each phrasing


def invented(count: int) -> list[faq.Entry]:
    """`count` entries with six phrasings each, about topics of eight Dutch words, with an answer of forty words."""
    random, known = Random(2027), sorted(common_words("nl"))
    entries = []
    for number in range(count):
        topic = random.sample(known, TOPIC)
        texts = [_phrase(random, topic, known) for _ in range(PHRASINGS + 1)]
        answer = ". ".join(_phrase(random, topic, known) for _ in range(5)) + "."
        entries.append(faq.Entry(f"entry-{number}", texts[0], tuple(texts[1:]), answer))
    return entries


def _phrase(random: Random, topic: Sequence[str], known: Sequence[str]) -> str:
    chosen = random.sample(topic, 4) + random.choices(known, k=FILLING)
    random.shuffle(chosen)
    return " ".join(chosen).capitalize()


def questions_about(entries: Sequence[faq.Entry], count: int) -> list[str]:
    """Questions made of the words of one entry: two thirds of a phrasing, a slip of the thumb, and a strange word."""
    random = Random(1953)
    return [_question(random, random.choice(random.choice(entries).texts)) for _ in range(count)]


def _question(random: Random, phrasing: str) -> str:
    kept = [word for word in words(phrasing) if random.random() < 2 / 3] or words(phrasing)
    slip = random.randrange(len(kept))
    kept[slip] = kept[slip][:2] + kept[slip][3:]
    return " ".join([*kept, random.choice(["eigenlijk", "zomaar", "gisteren", "kwartje", "zolder"])])
