"""What a reply to a draft means."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.drafts import Draft
from handlers.curating import faq_reply
from handlers.curating.faq_reply import Part

DRAFT = Draft(
    id=1,
    state="open",
    question="Mag de straat dicht?",
    answer="Vaak wel.",
    phrasings=["straat afsluiten", "weg dicht"],
    themes=["gemeente"],
    entry_id=None,
    seen=None,
    ticket_id=None,
    asked_id=None,
    field=None,
    row_id=None,
    message_id=None,
    revision=None,
    by="Sanne",
)


def changes(text: str, draft: Draft = DRAFT, html: str | None = None) -> dict[str, object]:
    return faq_reply.changes(draft, text, escape(text, quote=False) if html is None else html)


def test_labels_in_any_case_and_both_languages() -> None:
    assert faq_reply.parts("VRAAG: a?\nanswer : b") == [Part("question", "a?"), Part("answer", "b")]
    assert faq_reply.parts("even kijken\nQuestion:a?\n\nAntwoord: b\nc\nzoek:") == [
        Part(None, "even kijken"),
        Part("question", "a?"),
        Part("answer", "b\nc"),
        Part("phrasings", ""),
    ]
    assert faq_reply.parts("**Vraag:** a\n_Zoek_: b") == [Part("question", "a"), Part("phrasings", "b")]


def test_several_parts_at_once_keep_their_formatting() -> None:
    found = changes("", html="<b>Vraag:</b> Mag het?\n<b>Antwoord:</b> <b>Ja</b>, dat mag.\n- met pas\nZoek: x")
    assert found == {}
    text = "Vraag: Mag het?\nAntwoord: Ja, dat mag.\n- met pas\nZoek: x_y"
    html = "<b>Vraag:</b> Mag het?\n<b>Antwoord:</b> <b>Ja</b>, dat mag.\n- met pas\nZoek: x_y"
    assert changes(text, html=html) == {
        "question": "Mag het?",
        "answer": "**Ja**, dat mag.\n- met pas",
        "phrasings": ["straat afsluiten", "weg dicht", "x_y"],
    }


def test_talk_changes_nothing_unless_it_was_asked_for() -> None:
    assert changes("mooi zo") == {}
    assert changes("", replace(DRAFT, field="answer")) == {}
    assert changes("Niet altijd.", replace(DRAFT, field="answer")) == {"answer": "Niet altijd.", "field": "phrasings"}
    of_entry = replace(DRAFT, field="answer", entry_id="straat")
    assert changes("Niet altijd.\nZoek: dicht", of_entry) == {
        "answer": "Niet altijd.",
        "phrasings": [*DRAFT.phrasings, "dicht"],
    }


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zoek: “Weg dicht!”\n- weg afzetten\n\nstraat  afsluiten", [*DRAFT.phrasings, "weg afzetten"]),
        ("Zoek: mag de straat dicht", DRAFT.phrasings),
        ("Weg: 1", ["weg dicht"]),
        ("Weg: 2, 1 en 9", []),
        ("Weg: 1\nZoek: nieuw", ["weg dicht", "nieuw"]),
    ],
)
def test_phrasings_come_and_go(text: str, left: list[str]) -> None:
    assert changes(text)["phrasings"] == left


def test_themes_replace_each_other() -> None:
    assert changes("Onderwerp: Geld, wonen\ngeld")["themes"] == ["geld", "wonen"]


@given(st.text(max_size=300), st.sampled_from([None, "question", "answer", "phrasings"]))
def test_any_reply_is_taken(text: str, field: str | None) -> None:
    found = changes(text, replace(DRAFT, field=field))
    assert set(found) <= {"question", "answer", "phrasings", "themes", "field"}
