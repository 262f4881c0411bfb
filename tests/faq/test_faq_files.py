"""FAQ files: what is right is read, what is wrong is said, all at once, by line and field."""

from datetime import date
from pathlib import Path

import pytest

import faq
from faq import files

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"
GOOD = """\
- id: vog-aanvragen
  question: Hoe vraag ik een VOG aan?
  phrasings:
    - verklaring omtrent gedrag
  answer: |
    Dat doet het **bestuur**.
  themes: [Vrijwilligers]
  language: nl
  review: 2027-01-31
  picture: https://example.org/vog.png
  voice: AwACAgQAAxkBAAIBZ2Yabc
  translations:
    en:
      question: How do I get a certificate of good conduct?
      answer: The board does that.
"""


def problems(text: str) -> list[tuple[int, str | None, str]]:
    with pytest.raises(faq.FileError) as raised:
        faq.load(text, "faq.yaml")
    assert all(problem.file == "faq.yaml" for problem in raised.value.problems)
    return [(problem.line, problem.field, problem.message) for problem in raised.value.problems]


def test_every_field_is_read() -> None:
    [entry] = faq.load(GOOD)
    assert entry == faq.Entry(
        id="vog-aanvragen",
        question="Hoe vraag ik een VOG aan?",
        phrasings=("verklaring omtrent gedrag",),
        answer="Dat doet het **bestuur**.",
        themes=("vrijwilligers",),
        language="nl",
        review=date(2027, 1, 31),
        picture="https://example.org/vog.png",
        voice="AwACAgQAAxkBAAIBZ2Yabc",
        translations={
            "en": faq.Translation("How do I get a certificate of good conduct?", (), "The board does that.")
        },
    )
    assert entry.texts == ("Hoe vraag ik een VOG aan?", "verklaring omtrent gedrag")


def test_the_shipped_sample_is_right() -> None:
    entries = faq.load(SAMPLE)
    assert len(entries) == len({entry.id for entry in entries}) == 90
    assert all(entry.answer and entry.phrasings and entry.themes for entry in entries)


def test_all_mistakes_come_at_once_in_line_order() -> None:
    found = problems(
        "- id: Vog Aanvragen\n  question:\n  colour: red\n- just text\n"
        "- id: b\n  question: [x]\n  answer: y\n  review: soon\n"
    )
    assert [(line, field) for line, field, _ in found] == [
        (1, "id"),
        (1, "answer"),
        (2, "question"),
        (3, "colour"),
        (4, None),
        (6, "question"),
        (8, "review"),
    ]


def test_an_error_reads_as_a_sentence() -> None:
    with pytest.raises(faq.FileError) as raised:
        faq.load("- id: a\n  question: Wat?\n", "mijn.yaml")
    assert str(raised.value) == "mijn.yaml, line 1: answer: is missing"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 0, "is empty"),
        ("# only a comment\n", 0, "is empty"),
        ("[]", 0, "is empty"),
        ("id: a\nquestion: b\n", 1, "must be a list"),
        ("- id: 'a\n  question: b\n", 3, "not valid YAML"),
        ("- id: a\n\tquestion: b\n", 2, "not valid YAML"),
        ("- id: a\n  question: b\x01\n", 2, "control character"),
        ("- &a [x, y]\n- *a\n", 1, "anchors"),
        ("- !!python/object:os.system {}\n", 1, "tags"),
        ("- id: a\n---\n- id: b\n", 3, "second document"),
        ("[" * 30 + "]" * 30, 1, "levels deep"),
        ("- ? [a]\n  : b\n", 1, "field name"),
    ],
)
def test_what_is_not_a_list_of_entries_is_refused(text: str, line: int, words: str) -> None:
    [(at, field, message)] = problems(text)
    assert (at, field) == (line, None)
    assert words in message


def test_ids_and_phrasings_may_occur_once() -> None:
    entry = "- id: {0}\n  question: {1}\n  answer: x\n  phrasings:\n    - {2}\n"
    found = problems(entry.format("a", "Wat is dit?", "hoezo") + entry.format("a", "WAT is dit", "Hoezo?!"))
    assert [(line, field) for line, field, _ in found] == [(6, "id"), (7, "question"), (10, "phrasings[1]")]
    assert "line 1" in found[0][2]


def test_the_same_phrasing_in_another_language_is_fine() -> None:
    text = "- {id: a, question: computer, answer: x}\n- {id: b, question: computer, answer: y, language: en}\n"
    assert [entry.language for entry in faq.load(text)] == ["nl", "en"]


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("phrasings: los", "phrasings", "must be a list"),
        ("phrasings: [a, '']", "phrasings[2]", "is empty"),
        ("phrasings: ['!?']", "phrasings[1]", "no letters"),
        ("language: dutch", "language", "two letters"),
        ("review: 31-01-2027", "review", "2027-01-31"),
        ("picture: vog.png", "picture", "web address"),
        ("voice: https://", "voice", "web address"),
        ("translations: en", "translations", "language code"),
        ("translations: {en: hello}", "translations.en", "fields question and answer"),
        ("translations: {en: {question: hi}}", "translations.en.answer", "is missing"),
        ("translations: {nl: {question: hoi, answer: x}}", "translations.nl", "already"),
        ("themes: {a: b}", "themes", "must be a list"),
        (f"phrasings: [{'x' * 1001}]", "phrasings[1]", "1001 characters"),
        ("question: nog een keer", "question", "twice"),
    ],
)
def test_a_wrong_field_is_named(line: str, field: str, words: str) -> None:
    [(at, named, message)] = problems(f"- id: a\n  question: Wat?\n  answer: x\n  {line}\n")
    assert (at, named) == (4, field)
    assert words in message


def test_an_id_fits_a_link() -> None:
    [(_, field, message)] = problems(f"- id: {'a' * 49}\n  question: Wat?\n  answer: x\n")
    assert field == "id"
    assert "49 characters" in message


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_bytes(b"- id: a\n  question: caf\xe9\n")
    with pytest.raises(faq.FileError, match=r"line 2: is not UTF-8"):
        faq.load(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(faq.FileError, match=r"nergens\.yaml: cannot be opened: No such file"):
        faq.load(tmp_path / "nergens.yaml")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert faq.load(path)[0].id == "vog-aanvragen"


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2**20)
    [(line, _, message)] = problems("#" * (2**20 + 1))
    assert line == 0
    assert "the limit is 1 MB" in message


def test_half_a_surrogate_pair_is_refused() -> None:
    [(line, _, message)] = problems("- id: a\n  question: \ud83d\n")
    assert line == 0
    assert "broken characters" in message
