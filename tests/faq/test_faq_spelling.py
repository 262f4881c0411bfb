"""Questions written by ear: as people write them who write with difficulty."""

import pytest

import faq
from benchmarks.matching_spelling import Tally, by_hand, tally
from bot.knowledge.index import read_synonyms
from bot.settings import CONTENT
from faq.sounds import dutch


@pytest.fixture(scope="module")
def index() -> faq.Index:
    return faq.Index(by_hand()[0], read_synonyms(CONTENT / "synonyms.nl.yaml"))


@pytest.fixture(scope="module")
def found(index: faq.Index) -> Tally:
    return tally(index, by_hand()[1])


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("fergunning", "vergunning"),
        ("verguning", "vergunning"),
        ("sgool", "school"),
        ("subsiedie", "subsidie"),
        ("hebbe", "hebben"),
        ("stigting", "stichting"),
        ("inisjatief", "initiatief"),
        ("versekert", "verzekerd"),
        ("flugtelinge", "vluchtelingen"),
        ("weik", "wijk"),
        ("kado", "cadeau"),
    ],
)
def test_what_sounds_alike_is_alike(heard: str, written: str) -> None:
    assert dutch(heard) == dutch(written)


@pytest.mark.parametrize(
    ("one", "other"), [("been", "ben"), ("geen", "gene"), ("subsidie", "subsidies"), ("of", "af")]
)
def test_what_sounds_different_stays_different(one: str, other: str) -> None:
    assert dutch(one) != dutch(other)


def test_questions_by_ear_are_understood_and_none_is_answered_wrongly(found: Tally) -> None:
    assert found.top1 >= 0.95
    assert found.answered >= 0.75
    assert (found.wrong, found.strayed) == (0, 0)


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("mage wij de straat afsluite voor buurtfeest", "mogen wij de straat afsluiten voor buurtfeest"),
        ("ruusie in de werk groep", "ruzie in de werkgroep"),
        ("hoe kenne we mantel sorgers helpe", "hoe kunnen we mantelzorgers helpen"),
        ("moek naar de notaris foor een stigting", "moet ik naar de notaris voor een stichting"),
    ],
)
def test_by_ear_the_same_is_found_nearly_as_surely(index: faq.Index, heard: str, written: str) -> None:
    by_ear, in_full = index.search(heard, 1)[0], index.search(written, 1)[0]
    assert by_ear.entry.id == in_full.entry.id
    assert by_ear.score >= in_full.score - 0.05


def test_a_word_of_the_field_is_not_taken_for_one_that_sounds_like_it(index: faq.Index) -> None:
    # "coop" sounds like "koop", which is a common word.
    assert index.search("wat is een coop", 1)[0].entry.id == "cooperatie-oprichten"
