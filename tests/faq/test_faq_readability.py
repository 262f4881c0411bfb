"""Reading level: syllables, the score, and what makes a text hard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.readability import FEWEST_WORDS, HARD, flesch, reading, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ik", 1), ("VOG", 1), ("nieuw", 1), ("jouw", 1), ("buurthuis", 2), ("waaien", 2), ("geïnd", 2), ("baby", 2),
        ("zeeën", 2), ("foto's", 2), ("eieren", 3), ("beoordelen", 4), ("vrijwilliger", 4), ("café", 2), ("ideeën", 3),
        ("initiatief", 5), ("organisatie", 5), ("coöperatie", 5), ("financiën", 4), ("xyz", 1),
    ],
)  # fmt: skip
def test_dutch_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("make", 1), ("walked", 1), ("wanted", 2), ("table", 2), ("the", 1), ("volunteer", 3)]
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count


def test_the_score_is_that_of_douma_and_that_of_flesch() -> None:
    """By hand: 4 words, 6 syllables, 4 words a sentence."""
    dutch = flesch(["de", "buren", "helpen", "mee"], 4, "nl")
    assert dutch == pytest.approx(206.84 - 0.77 * 150 - 0.93 * 4)
    english = flesch(["your", "neighbour", "always", "helps"], 4, "en")
    assert english == pytest.approx(206.835 - 84.6 * 1.5 - 1.015 * 4)


EASY = (
    "Vraag het aan de gemeente. Dat is gratis. Bel je buren en vraag of ze mee doen. Zet koffie. Maak een lijst. " * 2
)
HEAVY = (
    "Organisatorische verantwoordelijkheden dienen overeenkomstig de gemeentelijke subsidieverordening "
    "gedocumenteerd te worden, aangezien rechtmatigheidsverantwoording onderdeel uitmaakt van de "
    "vaststellingsprocedure en onvolledige verantwoordingsinformatie tot terugvordering aanleiding kan geven. "
) * 2


def test_an_easy_text_scores_above_a_heavy_one() -> None:
    easy, heavy = reading(EASY).score, reading(HEAVY).score
    assert easy is not None and heavy is not None
    assert heavy < HARD < easy
    assert reading(HEAVY).mean_words > 20


def test_sentences_are_counted_as_a_reader_does() -> None:
    found = reading(
        'Ze zeggen: "Dit kan beter." Denk aan **groen** onderhoud.\n\n'
        "- Bel [de gemeente](https://x.nl/a-b)\n- Mail a@b.nl"
    )
    assert found.sentences == (
        ('Ze zeggen: "Dit kan beter."', 5),
        ("Denk aan groen onderhoud.", 4),
        ("Bel de gemeente", 3),
        ("Mail a@b.nl", 1),
    )  # fmt: skip
    assert found.mean_words == pytest.approx(13 / 4)


def test_too_little_text_has_no_score() -> None:
    assert reading("Organisatieverantwoordelijkheid. " * (FEWEST_WORDS - 1)).score is None
    assert reading("").sentences == ()


@given(st.text(), st.sampled_from(["nl", "en", "fr"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    found = reading(text, language)
    assert found.mean_words >= 0
    assert all(count > 0 for _, count in found.sentences)
