"""Texts in other languages than the FAQ's: recognised, matched with translations, never answered by accident."""

import pytest

import faq

PHOTOS = faq.Translation("May we publish photos?", ("photos of people on our website",), "Ask first.")
MONEY = faq.Translation("How do we get money for our plan?", ("apply for a grant",), "From the city.")
PARA = faq.Translation("Nasıl para alabiliriz?", ("para yardımı",), "Şehirden.")
ENTRIES = [
    faq.Entry("fotos", "Mogen we foto's plaatsen?", ("foto's van mensen op onze site",), "Vraag het eerst.",
              translations={"en": PHOTOS}),
    faq.Entry("geld", "Hoe krijgen we geld voor ons plan?", ("subsidie aanvragen",), "Van de stad.",
              translations={"en": MONEY, "tr": PARA}),
    faq.Entry("fonds", "Geeft het Oranje Fonds ons geld?", ("oranje fonds aanvragen",), "Ja."),
    faq.Entry("zaal", "Waar huren we een zaal?", ("ruimte voor een bijeenkomst",), "In het dorpshuis."),
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> faq.Index:
    return faq.Index(ENTRIES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hoe openen we een bankrekening", "nl"),
        ("mag ik op het event een workshop geven", "nl"),
        ("how do we open a bank account", "en"),
        ("cheap instagram accounts", "en"),
        ("can we get money for a barbecue", "en"),
        ("ich brauche Hilfe mit Geld", faq.OTHER),
        ("comment avoir de l'argent pour notre quartier", faq.OTHER),
        ("Nasıl yardım alabilirim?", faq.OTHER),
        ("necesito ayuda con dinero", faq.OTHER),
        ("Як отримати допомогу", faq.OTHER),
        ("كيف أحصل على مساعدة", faq.OTHER),
        ("workshop crowdfunding", None),
        ("vog", None),
        ("xqzt", None),
        ("👍 112", None),
        ("", None),
    ],
)
def test_a_language_is_recognised(text: str, language: str | None) -> None:
    assert faq.language_of(text) == language


def test_an_english_question_finds_the_english_text(index: faq.Index) -> None:
    decision = index.decide("How do we get money for our plan?")
    assert isinstance(decision, faq.Answer)
    assert (decision.entry.id, decision.language) == ("geld", "en")
    assert decision.entry.told_in(decision.language).answer == "From the city."


def test_a_dutch_question_finds_the_dutch_text(index: faq.Index) -> None:
    decision = index.decide("Hoe krijgen we geld voor ons plan?")
    assert isinstance(decision, faq.Answer)
    assert (decision.entry.id, decision.language) == ("geld", "nl")


def test_a_third_language_is_found_by_its_translation(index: faq.Index) -> None:
    best = index.search("Nasıl para alabiliriz?")[0]
    assert (best.entry.id, best.language) == ("geld", "tr")
    assert best.entry.told_in(best.language).answer == "Şehirden."


@pytest.mark.parametrize(
    "text", ["does the Oranje Fonds give us money", "oranje fonds application please, how do we do it"]
)
def test_an_untranslated_entry_is_at_most_suggested(index: faq.Index, text: str) -> None:
    assert not isinstance(index.decide(text), faq.Answer)
    found = {match.entry.id: match.language for match in index.search(text)}
    assert found["fonds"] == "nl"


def test_each_entry_is_found_once_and_scores_are_probabilities(index: faq.Index) -> None:
    found = index.search("money for photos of the oranje fonds and a grant")
    assert sorted(match.entry.id for match in found) == ["fonds", "fotos", "geld", "zaal"]
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert sum(match.score for match in found) <= 1 + 1e-9
    assert len(index.search("money for photos", 2)) == 2


def test_a_bare_subject_is_looked_up_in_the_language_of_the_faq(index: faq.Index) -> None:
    assert {match.language for match in index.search("subsidie")} == {"nl"}


def test_an_entry_is_told_in_its_own_language_when_there_is_no_translation() -> None:
    assert ENTRIES[3].told_in("en").answer == "In het dorpshuis."
    assert ENTRIES[0].told_in("nl").question == "Mogen we foto's plaatsen?"
    assert ENTRIES[1].languages == ("nl", "en", "tr")


def test_a_faq_may_be_in_a_language_without_a_stemmer() -> None:
    question = "Wie bekommen wir Geld für unser Projekt?"
    entries = [faq.Entry("geld", question, ("Zuschuss beantragen",), "So.", language="de")]
    entries.append(faq.Entry("raum", "Wo mieten wir einen Raum?", ("Saal finden",), "Dort.", language="de"))
    index = faq.Index(entries)
    assert index.language == "de"
    assert (index.search(question)[0].entry.id, index.search(question)[0].language) == ("geld", "de")
