"""What `check` finds in entries, and what it leaves alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import faq
from faq import checks, markup
from faq.confusion import confusions

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"
TODAY = date(2026, 12, 3)
GOOD = faq.Entry(
    "vog",
    "Wat is een VOG?",
    ("vog", "verklaring omtrent gedrag", "bewijs van goed gedrag", "moet ik een vog", "waar haal ik een vog"),
    "Een papier van de overheid. Bekijk [de uitleg](https://www.justis.nl/vog_(gratis)).",
)


def found(*entries: faq.Entry) -> list[tuple[str, str, str | None]]:
    return [(one.level, one.entry_id, one.field) for one in checks.check(entries, TODAY)]


def test_a_good_entry_has_no_findings() -> None:
    assert found(GOOD) == []


def test_the_sample_has_no_errors() -> None:
    assert [one for one in checks.check(faq.load(SAMPLE), TODAY) if one.level == checks.ERROR] == []


LONG = "Een zin van vijf woorden. "
HARD = "Dit is een zin die maar doorgaat en doorgaat omdat niemand een punt zet waar dat moet, en dat is niet fijn."
MANY = "Dit is een zin van zeventien woorden, en dat is als gemiddelde voor een antwoord te veel."


@pytest.mark.parametrize(
    ("entry", "level", "field", "words"),
    [
        (replace(GOOD, id="VOG"), "error", "id", "a-z"),
        (replace(GOOD, id="v" * 49), "error", "id", "at most 48"),
        (replace(GOOD, question="?!"), "error", "question", "no letters"),
        (replace(GOOD, answer=" "), "error", "answer", "is empty"),
        (replace(GOOD, phrasings=(*GOOD.phrasings, "")), "error", "phrasings[6]", "is empty"),
        (replace(GOOD, phrasings=(*GOOD.phrasings, "VOG!")), "error", "phrasings[6]", "this entry too (phrasings[1])"),
        (replace(GOOD, phrasings=GOOD.phrasings[:4]), "warning", "phrasings", "has 4 other ways"),
        (replace(GOOD, answer=LONG * 200), "error", "answer", "holds 4096"),
        (replace(GOOD, answer=LONG * 40), "warning", "answer", "has 1040 characters"),
        (replace(GOOD, answer="Zie [dit](https://x.nl"), "error", "answer", "')' is missing"),
        (replace(GOOD, answer=HARD), "warning", "answer", "has a sentence of 22 words"),
        (replace(GOOD, answer=MANY), "warning", "answer", "has 17 words a sentence"),
        (replace(GOOD, review=date(2026, 12, 2)), "warning", "review", "by 2026-12-02"),
        (replace(GOOD, picture="https://x/a.png"), "error", "picture", "no website's name"),
        (
            replace(GOOD, translations={"en": faq.Translation("What?", (), "See [this]( )")}),
            "error",
            "translations.en.answer",
            "has no address",
        ),
    ],
)
def test_what_is_wrong_is_named(entry: faq.Entry, level: str, field: str, words: str) -> None:
    one, *_ = [f for f in checks.check([entry], TODAY) if (f.level, f.field) == (level, field)]
    assert words in one.message


def test_a_heavy_answer_is_shown_with_its_longest_sentence() -> None:
    answer = (
        "Verantwoordelijkheidsverdeling organisatorisch vastleggen. " * 10
        + "Subsidieverordening raadplegen alstublieft nu."
    )
    messages = [one.message for one in checks.check([replace(GOOD, answer=answer)], TODAY)]
    assert any("Flesch–Douma" in text and "Subsidieverordening raadplegen" in text for text in messages)


def test_a_review_today_is_not_late() -> None:
    assert found(replace(GOOD, review=TODAY)) == []


def test_ids_and_phrasings_of_two_entries() -> None:
    other = replace(GOOD, question="Iets anders?", phrasings=("vog", "a1", "b2", "c3", "d4"))
    levels = found(GOOD, other)
    assert ("error", "vog", "id") in levels
    other = replace(other, id="b")
    assert ("error", "b", "phrasings[1]") in found(GOOD, other)
    assert ("error", "b", "phrasings[1]") not in found(GOOD, replace(other, language="en"))


def test_entries_that_are_confused_are_told_with_the_words() -> None:
    off = ("berichten stoppen", "geen berichten meer", "berichten uitzetten", "ik wil berichten", "berichten")
    on = ("berichten aanzetten", "graag berichten", "berichten ontvangen", "ik wil berichten graag", "alle berichten")
    stop = faq.Entry("stoppen", "Hoe stop ik de berichten?", off, "Typ stop.")
    start = faq.Entry("starten", "Hoe krijg ik berichten?", on, "Typ start.")
    park = faq.Entry("park", "Waar mag ik parkeren?", ("parkeren", "auto kwijt", "parkeerplaats zoeken"), "Op straat.")
    pairs = confusions([stop, start, park])
    assert pairs
    assert all({pair.entry.id, pair.other.id} == {"stoppen", "starten"} for pair in pairs)
    assert all("berichten" in pair.words for pair in pairs)
    [one, *_] = [f for f in checks.check([stop, start, park], TODAY) if f.field is None]
    assert one.level == checks.WARNING
    assert "berichten" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://www.justis.nl/a_(b)?c=d#e)", "[x](mailto:a@b.nl)", "[bel](tel:+31302345678)", "**vet** en `code`",
        "Zie https://www.omzien.nl.", "(zie [x](https://x.nl))", "1. **a**\n2. b", "vet **over\ntwee regels**",
        "[x](http://localhost.nl:8080/)", "een [haakje] zo", "\\*\\* geen vet \\*\\*", "`[x](y`", "2 * 3 ** maar `**`",
    ],
)  # fmt: skip
def test_right_markdown_is_left_alone(text: str) -> None:
    expected = ["bold"] if text.startswith("2 *") else []
    assert [mistake.split()[0] for mistake in markup.mistakes(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[x](https://x.nl", "')' is missing"),
        ("[x](www.x.nl)", "must begin with https://"),
        ("[x]()", "has no address"),
        ("[x](https://x nl)", "space in its address"),
        ("[x](https://nergens)", "no website's name"),
        ("[x](https://.nl/)", "no website's name"),
        ("[x] (https://x.nl)", "space between ] and ("),
        ("[](https://x.nl)", "has no text"),
        ("[x(https://x.nl)", "']' is missing"),
        ("Zie https://nergens/pad", "the address"),
        ("- **a\n- b**", "bold is not closed"),
        ("een `woord", "code is not closed"),
        ("[x](javascript:alert)", "must begin with"),
    ],
)
def test_wrong_markdown_is_shown(text: str, words: str) -> None:
    assert any(words in mistake for mistake in markup.mistakes(text)), markup.mistakes(text)


@given(st.text(alphabet="[]()*`\\ahttps:/.nl \n", max_size=60) | st.text(max_size=60))
def test_any_text_can_be_checked(text: str) -> None:
    entry = faq.Entry("a", text, (text,), text, translations={"en": faq.Translation(text, (), text)})
    assert all(one.message for one in checks.check_entry(entry, TODAY))
