"""Text as typed and text as compared; sentences; entries that belong together."""

from pathlib import Path

import pytest

import faq
from faq.sentences import sentences
from faq.text import fold

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Foto's", "fotos"),
        ("foto’s", "fotos"),
        ("CAFÉ, crème!", "cafe creme"),
        ("zorg\u200bverlener", "zorgverlener"),
        ("  a\n\tb_c ", "a b c"),
        ("'s avonds", "s avonds"),
        ("STRASSE straße", "strasse strasse"),
        ("½ Ⅷ", "1 2 viii"),
        ("👍", ""),
    ],
)
def test_texts_are_made_comparable(typed: str, compared: str) -> None:
    assert fold(typed) == compared


def test_markdown_becomes_sentences() -> None:
    text = "Vraag **eerst** toestemming. Bel 030 123 of [mail](https://x.nl).\n\n1. Kijk om 9.30 uur.\n- Klaar\n---\n"
    assert sentences(text) == ["Vraag eerst toestemming.", "Bel 030 123 of mail.", "Kijk om 9.30 uur.", "Klaar"]


@pytest.fixture(scope="module")
def index() -> faq.Index:
    return faq.Index(faq.load(SAMPLE))


def entry(index: faq.Index, identifier: str) -> faq.Entry:
    return next(entry for entry in index.entries if entry.id == identifier)


def test_a_follow_up_gets_the_sentence_that_fits(index: faq.Index) -> None:
    photos = entry(index, "privacy-fotos")
    assert faq.best_sentence(photos, "en kinderen?") == "Bij kinderen onder 16 vraag je het aan de ouders."
    assert faq.best_sentence(photos, "en dan?") is None
    assert faq.best_sentence(photos, "") is None


def test_related_entries_are_near_and_not_the_entry_itself(index: faq.Index) -> None:
    near = [other.id for other in faq.related(index, entry(index, "privacy-fotos"))]
    assert len(near) == 3
    assert "privacy-fotos" not in near
    assert "whatsapp-groep" in near
    assert len(faq.related(index, entry(index, "dementie"), 5)) == 5


def test_themes_hold_their_entries_the_fullest_first(index: faq.Index) -> None:
    found = faq.themes(index.entries)
    sizes = [len(members) for members in found.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert all(theme in member.themes for theme, members in found.items() for member in members)
    assert sum(sizes) == sum(len(entry.themes) for entry in index.entries)
    places = [member.themes.index("geld") for member in found["geld"]]
    assert places == sorted(places)
