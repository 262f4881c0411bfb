"""Words of crisis are heard in many styles, and ordinary questions are left alone. Prints what it measured (-s)."""

from __future__ import annotations

import time
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import faq
from bot import startup
from bot.safety import crisis
from bot.safety.crisis import Crisis, Kind
from bot.safety.phrases import PhraseError, Phrases, sentences
from bot.settings import CONTENT, Safety, Settings

HERE = Path(__file__).parent
FILE = CONTENT / "crisis.nl.yaml"
# A missed cry for help is worse than a false alarm, which costs one tap.
RECALL, FALSE_ALARMS = 0.98, 0.01
# The one answer of ours whose phrasings may give the numbers: who types "vermoeden van huiselijk geweld" has someone
# in mind, and the answer holds the same numbers.
ALARMING_ENTRY = "zorgen-om-bewoner"


@cache
def read() -> Crisis:
    return crisis.load(FILE)


@pytest.fixture
def words() -> Crisis:
    return read()


TYPED_BADLY = """
zelmfoord
ik wil doooood
ik wort mishandled door mn man
zelfmoordgedachtes
IK WIL DOOD!!!
ik wil\u200b dood
suïcidaal
ik wil ... dood
huiselijk gewelt
""".strip().splitlines()


def lots(name: str) -> dict[str, list[str]]:
    found = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return {lot: [str(text) for text in texts] for lot, texts in found.items()}


def test_cries_for_help_are_heard(words: Crisis) -> None:
    found = lots("crisis_sentences.yaml")
    texts = [text for lot in found.values() for text in lot]
    missed = [text for text in texts if words.kind(text) is None]
    print(f"crisis: {len(texts)} sentences, recall {1 - len(missed) / len(texts):.1%}")
    assert len(texts) >= 120
    assert len(missed) <= (1 - RECALL) * len(texts), missed


def test_the_kind_decides_which_numbers_are_given(words: Crisis) -> None:
    found = [
        (kind, text) for kind, texts in lots("crisis_sentences.yaml").items() if kind != "later" for text in texts
    ]
    wrong = [(kind, text, words.kind(text)) for kind, text in found if words.kind(text) != kind]
    assert len(wrong) <= 0.02 * len(found), wrong
    # Child and home give nearly the same numbers; suicide is never taken for something else, nor the reverse.
    assert [w for w in wrong if Kind.SUICIDE in (w[0], w[2])] == []


def test_typing_mistakes_are_forgiven(words: Crisis) -> None:
    for text in TYPED_BADLY:
        assert words.kind(text) is not None, text


def test_ordinary_questions_are_left_alone(words: Crisis) -> None:
    texts = [text for lot in lots("ordinary_questions.yaml").values() for text in lot]
    alarms = [(text, words.kind(text)) for text in texts if words.kind(text) or words.is_low(text)]
    print(f"ordinary: {len(texts)} questions, false alarms {len(alarms) / len(texts):.1%}")
    assert len(texts) >= 200
    assert len(alarms) <= FALSE_ALARMS * len(texts), alarms


def test_no_alarm_on_what_our_own_answers_are_asked_by(words: Crisis) -> None:
    entries = faq.load(CONTENT / "faq.nl.yaml")
    texts = {text: e.id for e in entries for text in (e.question, *e.phrasings)}
    assert {text: of for text, of in texts.items() if words.kind(text) and of != ALARMING_ENTRY} == {}
    assert [text for text in texts if words.is_low(text)] == []
    answer = next(e.answer for e in entries if e.id == ALARMING_ENTRY)
    assert all(words.numbers[name] in answer for name in ("emergency", "home", "suicide"))


def test_an_exception_hides_only_its_own_words(words: Crisis) -> None:
    assert words.kind("cursus zelfmoordpreventie") is None
    assert words.kind("na de cursus zelfmoordpreventie weet ik het: ik wil dood") is Kind.SUICIDE
    assert words.kind("op de training zei iemand dat hij zelfmoord wil plegen") is Kind.SUICIDE


def test_sadness_is_no_alarm(words: Crisis) -> None:
    for text in (
        "ik voel me de laatste tijd zo alleen",
        "ik ben zo eenzaam",
        "ik zit er doorheen",
        "i feel so lonely",
    ):
        assert words.kind(text) is None
        assert words.is_low(text), text


def test_it_is_fast(words: Crisis) -> None:
    text = "mijn buurvrouw wil graag helpen met koken maar ze weet niet of dat zomaar mag van de gemeente " * 40
    start = time.perf_counter()
    words.kind(text)
    assert time.perf_counter() - start < 0.25


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    read().kind(text)


def found(phrase: str, text: str) -> bool:
    looked = Phrases([(phrase, "x")], {"WIL": ["wil", "wou"]}, ["echt", "zo"])
    return any(looked.find(sentence) for sentence in sentences(text))


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("ik WIL dood", "Ik wou dood", True),
        ("ik WIL dood", "ik wil echt dood", False),
        ("ik WIL ~ dood", "ik wil echt zo dood", True),
        ("ik WIL ~ dood", "ik wil koken dood", False),
        ("ik ... dood", "ik ga morgen dood", True),
        ("ik ... dood", "ik ga. dood", False),
        ("zelfmoord*", "zelfmoordgedachten", True),
        ("kan niet meer .", "ik kan niet meer", True),
        ("kan niet meer .", "ik kan niet meer inloggen", False),
        ("slaat mij", "staat mij", False),
        ("mishandeld", "mishanedld", True),
    ],
)
def test_the_language_of_phrases(phrase: str, text: str, there: bool) -> None:
    assert found(phrase, text) is there


@pytest.mark.parametrize("phrase", ["", "~ dood", "ik ...", "ik WEET dood", "ik . dood", "ik-wil dood"])
def test_phrases_that_cannot_be_used(phrase: str) -> None:
    with pytest.raises(PhraseError):
        Phrases([(phrase, "x")], {}, [])


def test_the_file_says_when_its_numbers_were_checked(words: Crisis) -> None:
    assert words.checked >= date(2026, 11, 1)
    assert words.numbers["suicide"] == "113"


def test_every_mistake_in_a_file_is_told_by_line_and_field(tmp_path: Path) -> None:
    file = tmp_path / "crisis.yaml"
    file.write_text(
        "checked: winter\nnumbers:\n  emergency: '112'\n  home: bellen\n  pizza: '1'\n"
        "groups: {}\nkinds:\n  suicide:\n    - IK wil dood\n  sport: []\nlow: [ik ben down]\nrest: 1\n",
        encoding="utf-8",
    )
    with pytest.raises(faq.FileError) as caught:
        crisis.load(file)
    told = str(caught.value)
    for line, field in ((1, "checked"), (4, "numbers.home"), (5, "numbers.pizza"), (9, "suicide"), (12, "rest")):
        assert f"line {line}: {field}: " in told, told
    assert "kinds.sport" in told
    assert "numbers.child" in told


@pytest.mark.parametrize("text", ["", "[1]", "kinds: [", "\xff"])
def test_a_file_that_is_no_such_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "crisis.yaml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(faq.FileError):
        crisis.load(file)
    with pytest.raises(faq.FileError):
        crisis.load(tmp_path / "none.yaml")


def test_the_bot_does_not_start_with_a_file_that_it_cannot_use(tmp_path: Path) -> None:
    settings = Settings(safety=Safety(crisis=tmp_path / "none.yaml"))
    with pytest.raises(startup.StartupError, match=r"safety\.crisis cannot be used"):
        startup.crisis_words(settings)
