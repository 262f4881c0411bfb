"""Subjects, names, and messages that are cut."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, MessageEntity

from bot.desk.names import clean, cut, short
from bot.desk.subject import LONGEST, subject
from handlers.desk.desk_content import Content, content, plain
from handlers.desk.desk_passing import calls


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "hebben we een vergunning nodig als we de straat afsluiten voor een buurtmaaltijd",
            "straat afsluiten buurtmaaltijd",
        ),
        ("hoe kom ik aan geld voor onze buurtmaaltijd", "geld buurtmaaltijd"),
        ("kan ik bij jullie een busje lenen?", "busje lenen"),
        ("Dag, ik ben Anja van de wijktuin. Wie betaalt de schade aan de schuur? Groet", "betaalt schade schuur"),
        ("hoi", ""),
        ("👍", ""),
    ],
)
def test_a_subject_is_what_the_question_is_about(question: str, expected: str) -> None:
    assert subject(question) == expected


def test_a_subject_is_never_too_long() -> None:
    assert len(subject("x" * 500)) <= LONGEST
    assert len(subject(" ".join(["verzekeringsmaatschappij"] + [f"woord{n}" for n in range(50)]))) <= LONGEST


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Joke", "Joke"),
        ("  Jo\u202eke\u0000 \n van  Dam ", "Joke van Dam"),
        ("Maria Magdalena van der Meulen", "Maria Magdalena van…"),
        ("X" * 40, "X" * 19 + "…"),
        ("12345", ""),
        ("😀", ""),
        ("", ""),
    ],
)
def test_a_name_is_fit_to_be_shown(name: str, shown: str) -> None:
    assert short(name) == shown
    assert len(shown) <= 20


def test_cutting_leaves_short_texts_alone() -> None:
    assert cut("kort", 4) == "kort"
    assert cut("een lange zin, met woorden", 15) == "een lange zin…"
    assert clean("a\nb\tc") == "a b c"


def message(text: str, entities: list[MessageEntity] | None = None) -> Message:
    """A message of staff."""
    return Message(7, datetime(2026, 12, 3, tzinfo=UTC), Chat(-100, "supergroup"), text=text, entities=entities or [])


def test_a_text_that_fits_is_one_message_with_who_wrote_it_above() -> None:
    what = content(message("a < b"))
    assert what is not None
    assert [c.payload["text"] for c in calls(what, "<b>Sanne</b>")] == ["<b>Sanne</b>\na &lt; b"]


def test_a_long_text_is_cut_at_a_sentence_and_keeps_its_formatting() -> None:
    text = "Eén zin 👍 met twintig. " * 200
    bold = MessageEntity("bold", 0, len(text.encode("utf-16-le")) // 2)
    what = content(message(text, [bold]))
    assert what is not None
    made = [c.payload["text"] for c in calls(what, "<b>Sanne</b>", "<i>Verbeterd.</i>")]
    assert len(made) == 2
    assert made[0].startswith("<b>Sanne</b>\n<b>Eén zin")
    assert made[0].endswith("twintig.</b>")
    assert made[1].endswith("twintig.</b>\n\n<i>Verbeterd.</i>")
    assert all(len(plain(t).encode("utf-16-le")) // 2 <= 4096 for t in made)
    assert sum(t.count("👍") for t in made) == 200


def test_a_text_without_any_space_is_cut_all_the_same() -> None:
    made = calls(Content("text", 1, (1,), "😀" * 3000), "x")
    assert len(made) == 2
    assert "".join(plain(c.payload["text"]) for c in made).count("😀") == 3000


def test_a_caption_that_has_no_room_for_the_name_keeps_its_own() -> None:
    photo = Content("photo", -100, (7,), "x" * 1020)
    assert [(c.method, c.payload.get("caption")) for c in calls(photo, "<b>Sanne</b>")] == [
        ("sendMessage", None),
        ("copyMessage", None),
    ]
    small = Content("photo", -100, (7,), "dit bord")
    assert [c.payload["caption"] for c in calls(small, "<b>Sanne</b>")] == ["<b>Sanne</b>\ndit bord"]
