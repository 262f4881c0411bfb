"""Decisions on the shipped sample: right when sure, modest when not, silent when it does not know."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import faq
from faq.index import SURE

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"


@pytest.fixture(scope="module")
def index() -> faq.Index:
    return faq.Index(faq.load(SAMPLE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mag ik fotos maken op ons straatfeest en die op facebook zetten", "privacy-fotos"),
        ("hoe krijg ik een vog voor mijn vrijwilligers", "gratis-vog"),
        ("Hoe richten wij een stichting op?", "stichting-oprichten"),
        ("hoe richten we een vereneging op", "vereniging-oprichten"),
        ("Ik wil geen berichten meer van de bot", "berichten-stoppen"),
        ("zijn de vrijwilligers verzekerd", "vrijwilligersverzekering"),
        ("mogen we zonder stichting of vereniging werken", "zonder-rechtsvorm"),
    ],
)
def test_a_clear_question_is_answered(index: faq.Index, text: str, expected: str) -> None:
    decision = index.decide(text)
    assert isinstance(decision, faq.Answer)
    assert decision.entry.id == expected
    assert SURE <= decision.confidence <= 1


def test_a_double_question_gets_suggestions(index: faq.Index) -> None:
    decision = index.decide("hoe regel ik een verzekering of vog ofzo voor mijn mensen")
    assert isinstance(decision, faq.Suggestions)
    assert {"gratis-vog", "vrijwilligersverzekering"} <= {match.entry.id for match in decision.matches}
    assert len(decision.matches) <= 3


@pytest.mark.parametrize("text", ["geld", "vrijwilligers", "privacy"])
def test_a_bare_subject_gets_suggestions(index: faq.Index, text: str) -> None:
    assert isinstance(index.decide(text), faq.Suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "hoe laat gaat de trein naar Utrecht",
        "asdf qwer zxcv",
        "hoeveel inwoners heeft Parijs",
        "recept voor appeltaart met kaneel",
        "hoi",
        "xx",
        "!?!",
        "👍👍",
        "",
        "   ",
        "which team won the game last night",
    ],
)
def test_what_is_not_in_the_faq_is_unknown(index: faq.Index, text: str) -> None:
    assert isinstance(index.decide(text), faq.Unknown)


@pytest.mark.parametrize("text", ["mogen we zonder stichting of vereniging werken", "stichting of vereniging kiezen"])
def test_a_single_question_with_or_is_answered(index: faq.Index, text: str) -> None:
    assert isinstance(index.decide(text), faq.Answer)


@pytest.mark.parametrize(
    "text",
    [
        "how do we open a bank account for our stichting, and what about crowdfunding?",
        "cheap instagram facebook whatsapp accounts for sale",
    ],
)
def test_another_language_is_never_answered_without_a_translation(index: faq.Index, text: str) -> None:
    untranslated = faq.Index(replace(entry, translations={}) for entry in index.entries)
    assert not isinstance(untranslated.decide(text), faq.Answer)


def test_an_english_question_gets_the_english_answer(index: faq.Index) -> None:
    decision = index.decide("Can a board member be held personally liable for the debts of our group?")
    assert isinstance(decision, faq.Answer)
    assert (decision.entry.id, decision.language) == ("bestuur-aansprakelijk", "en")


def test_the_more_phrasings_the_surer_an_answer_must_be(index: faq.Index) -> None:
    few = faq.Index(replace(entry, phrasings=entry.phrasings[:5]) for entry in index.entries)
    assert few.sure == pytest.approx(SURE)
    assert 0.84 < index.sure < 0.95


def test_every_question_and_phrasing_finds_its_own_entry(index: faq.Index) -> None:
    lost = [text for entry in index.entries for text in entry.texts if index.search(text, 1)[0].entry is not entry]
    assert lost == []


def test_the_order_of_entries_does_not_matter(index: faq.Index) -> None:
    turned = faq.Index(reversed(index.entries))
    for text in ("geld voor een buurtmaaltijd", "vog", "de gemeente werkt niet mee", "trein"):
        ours, theirs = index.search(text), turned.search(text)
        assert [match.entry.id for match in ours] == [match.entry.id for match in theirs]
        assert [match.score for match in ours] == pytest.approx([match.score for match in theirs], abs=1e-3)


def test_an_index_may_be_shared_by_threads(index: faq.Index) -> None:
    texts = [f"{entry.question} woord{number}" for number, entry in enumerate(index.entries)] * 3
    expected = [index.decide(text) for text in texts]
    shared = faq.Index(index.entries)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(shared.decide, texts)) == expected


def test_synonyms_of_the_field_help() -> None:
    entries = [
        faq.Entry("bus", "Hoe lenen we het busje?", ("busje reserveren",), "Bel."),
        faq.Entry("zaal", "Hoe huren we de zaal?", ("zaal reserveren",), "Mail."),
    ]
    plain, helped = faq.Index(entries), faq.Index(entries, [("busje", "wijkmobiel")])
    before = {match.entry.id: match.score for match in plain.search("de wijkmobiel")}
    after = {match.entry.id: match.score for match in helped.search("de wijkmobiel")}
    assert after["bus"] > after["zaal"]
    assert after["bus"] > before["bus"]


def test_an_empty_faq_knows_nothing() -> None:
    index = faq.Index([])
    assert index.search("wat dan ook") == []
    assert index.decide("wat dan ook") == faq.Unknown(None)


def test_one_entry_without_an_answer_will_do() -> None:
    index = faq.Index([faq.Entry("a", "Hoe laat begint het?", (), "")])
    assert [match.entry.id for match in index.search("hoe laat begint het")] == ["a"]


def test_the_question_at_the_end_of_a_long_story_counts(index: faq.Index) -> None:
    story = "Gisteren regende het hard en toen liep alles anders. " * 60
    found = index.search(story + "Hoe vragen we een gratis VOG aan voor onze vrijwilligers?")
    assert found[0].entry.id == "gratis-vog"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("hoe kom ik aan geld voor onze buurtmaaltijd", "fonds-kiezen"),
        ("mag ik fotos maken op ons straatfeest en die op facebook zetten", "privacy-fotos"),
        ("hoe krijg ik een vog voor mijn vrijwilligers", "gratis-vog"),
        ("we willen elke week koken voor ouderen mag dat zomaar", "maaltijden"),
    ],
)
def test_the_questions_of_the_readme_and_of_our_example_conversations_are_answered_at_once(
    index: faq.Index, text: str, entry: str
) -> None:
    decision = index.decide(text)
    assert isinstance(decision, faq.Answer) and decision.entry.id == entry
