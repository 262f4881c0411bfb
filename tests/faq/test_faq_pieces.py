"""One question in several messages, or two questions."""

import pytest

import faq
from bot.settings import CONTENT
from faq.pieces import apart, asks, points_back, read


@pytest.fixture(scope="module")
def index() -> faq.Index:
    return faq.Index(faq.load(CONTENT / "faq.nl.yaml"))


@pytest.mark.parametrize(
    ("before", "piece"),
    [
        ("kan ik bij jullie een olifant lenen", "wat kost een hondenpenning in Soest"),
        ("waar kan ik mijn paspoort verlengen?", "hoe vraag ik een gratis vog aan"),
        ("kan ik bij jullie een olifant lenen", "gratis vog vrijwilliger aanvragen"),
        ("can i borrow an elephant from you", "how much is a dog licence in the town"),
    ],
)
def test_two_questions_are_apart(index: faq.Index, before: str, piece: str) -> None:
    assert apart(index, before, piece)


@pytest.mark.parametrize(
    ("before", "piece"),
    [
        ("", "hoe vraag ik een gratis vog aan"),
        ("ik heb een vraagje", "hoe vraag ik een gratis vog aan"),
        ("wat is het verschil", "tussen stichting en vereniging"),
        ("mogen we een olifant lenen", "en hoeveel kost dat"),
        ("kunnen we subsidie krijgen voor een olifant", "hoe moet ik die aanvragen"),
        ("mag je met een groep een olifant houden", "moet je daar een vergunning voor hebben"),
        ("hoe regel ik een verzekering of vog ofzo", "hoe vraag ik een gratis vog aan voor vrijwilligers"),
        ("kan ik bij jullie een olifant lenen", "voor zaterdag op het dorpsplein"),
        ("kan ik bij jullie een olifant lenen", "of een kameel?"),
    ],
)
def test_pieces_of_one_question_are_not(index: faq.Index, before: str, piece: str) -> None:
    assert not apart(index, before, piece)


def test_pieces_are_read_together_unless_more_is_known_of_the_last(index: faq.Index) -> None:
    assert read(index, "wat is het verschil", "tussen stichting en vereniging").text.startswith("wat is het verschil")
    assert (
        read(index, "mijn fiets is blauw", "hoe vraag ik een gratis vog aan").text == "hoe vraag ik een gratis vog aan"
    )
    assert read(index, "hoe vraag ik een vog aan", "").text == "hoe vraag ik een vog aan"


def test_a_text_of_another_language_or_none_asks_nothing() -> None:
    assert not asks("", "nl")
    assert not asks("können wir bitte einen Elefanten ausleihen", "nl")
    assert points_back("", "nl")
