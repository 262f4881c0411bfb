"""What is small talk, anger or noise, and what may be a question."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import faq
from bot.safety.smalltalk import is_insult, what
from bot.settings import CONTENT
from tests.safety.test_crisis_words import lots

TALK = {
    "hello": ["Hoi!", "hallo allemaal", "Goedemorgen,", "ik heb een vraagje", "hoi, mag ik iets vragen?", "heyyyy"],
    "thanks": [
        "Dank je wel!",
        "oke top bedankt",
        "hoi dankjewel hoor",
        "super bedankt",
        "Thanks a lot",
        "bedankt doei",
    ],
    "glad": ["👍", "👍👍", "👍🏿", "ok", "Oké!", "top hoor"],
    "robot": ["Ben je echt?", "hoi ben je een robot", "are you human?"],
    "bye": ["doei", "fijne dag"],
    "noise": ["???", "...", "", "🦄", "\u200b"],
    "spam": ["https://a.nl", "kijk https://a.nl/x", "http://a.nl http://b.nl http://c.nl doe allemaal mee met ons"],
}
QUESTIONS = ["hoi mag ik fotos maken", "bedankt maar wat kost het", "wie zijn jullie", "staat het op https://www.kvk.nl",
             "is www.anbi.nl de goede site voor onze stichting", "vraag over subsidie", "top 10 fondsen"]  # fmt: skip
INSULTS = ["stomme bot je snapt er geen reet van", "wat een kutbot", "rot op", "idioot", "Je bent echt dom!",
           "you are useless", "stommme bot", "hou je bek"]  # fmt: skip
ANGRY_QUESTIONS = [
    "die stomme gemeente geeft geen subsidie hoe maken wij bezwaar tegen het besluit",
    "mijn buurvrouw heeft kanker hoe kan ik helpen",
    "ik weet niks van subsidies",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TALK.items() for text in texts])
def test_small_talk(kind: str, text: str) -> None:
    assert what(text) == kind


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_may_be_a_question(text: str) -> None:
    assert what(text) is None


def test_no_question_of_our_own_list_is_small_talk_or_an_insult() -> None:
    texts = [text for e in faq.load(CONTENT / "faq.nl.yaml") for text in (e.question, *e.phrasings)]
    texts += [
        t for lot in lots("ordinary_questions.yaml").values() for t in lot if t not in ("hoi", "bedankt voor je hulp")
    ]
    assert [text for text in texts if what(text) or is_insult(text, unknown=True)] == []


@pytest.mark.parametrize("text", INSULTS)
def test_anger(text: str) -> None:
    assert is_insult(text, unknown=False)


@pytest.mark.parametrize("text", ANGRY_QUESTIONS)
def test_an_angry_question_is_a_question(text: str) -> None:
    assert not is_insult(text, unknown=False)


def test_no_phrase_has_two_replies() -> None:
    groups = yaml.safe_load((CONTENT / "smalltalk.yaml").read_text(encoding="utf-8"))
    phrases = [phrase for kind, texts in groups.items() if kind not in ("fillers", "insults") for phrase in texts]
    assert len(phrases) == len(set(phrases))


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    what(text)
    is_insult(text, unknown=True)
