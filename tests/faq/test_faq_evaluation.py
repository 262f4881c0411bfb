"""How well an FAQ answers questions: the shares, what a change does to them, and the files with questions."""

from pathlib import Path

import pytest

import faq
from faq.evaluation import ANSWERED, SUGGESTED, UNKNOWN, Evaluation, Outcome, differences, evaluate, is_worse
from faq.questions import Question, read_questions

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"


def outcome(gold: str | None, did: str, *ranked: str) -> Outcome:
    return Outcome(Question(f"over {gold}", gold), did, ranked, 0.5)


def test_the_shares_are_of_the_right_questions() -> None:
    found = Evaluation(
        (
            outcome("a", ANSWERED, "a", "b"),
            outcome("a", ANSWERED, "b", "a"),
            outcome("a", SUGGESTED, "a"),
            outcome("a", UNKNOWN),
            outcome(None, ANSWERED, "a"),
            outcome(None, UNKNOWN, "a"),
        )
    )
    assert (found.top1, found.top3) == (2 / 4, 3 / 4)
    assert (found.coverage, found.precision, found.false_answers) == (2 / 4, 1 / 3, 1 / 2)
    assert [one.wrong_answer for one in found.outcomes] == [False, True, False, False, True, False]


def test_no_questions_no_shares() -> None:
    found = Evaluation(())
    assert (found.top1, found.precision, found.false_answers) == (None, None, None)
    assert not is_worse(found, found)


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        (outcome("a", ANSWERED, "a"), outcome("a", ANSWERED, "b"), True),
        (outcome("a", SUGGESTED, "a"), outcome("a", SUGGESTED, "b", "a"), True),
        (outcome("a", ANSWERED, "a"), outcome("a", SUGGESTED, "a"), False),
        (outcome("a", SUGGESTED, "b"), outcome("a", ANSWERED, "a"), False),
        (outcome(None, UNKNOWN), outcome(None, ANSWERED, "a"), True),
    ],
    ids=["answered wrongly", "ranked wrongly", "asked back", "better", "answered what has no answer"],
)
def test_worse_is_less_often_right(before: Outcome, after: Outcome, worse: bool) -> None:
    right = outcome("z", ANSWERED, "z")
    assert is_worse(Evaluation((before, right)), Evaluation((after, right))) == worse
    assert len(differences(Evaluation((before, right)), Evaluation((after, right)))) == 1


def test_what_worsened_is_told_first() -> None:
    before = Evaluation((outcome("a", SUGGESTED, "b"), outcome("c", ANSWERED, "c"), outcome("d", UNKNOWN)))
    after = Evaluation((outcome("a", ANSWERED, "a"), outcome("c", ANSWERED, "x"), outcome("d", UNKNOWN)))
    assert [new.question.gold for _, new in differences(before, after)] == ["c", "a"]


def test_an_faq_answers_its_own_questions() -> None:
    entries = faq.load(SAMPLE)
    asked = [Question(entry.question, entry.id) for entry in entries] + [Question("qwertyuiop zxcvbnm", None)]
    found = evaluate(faq.Index(entries), asked)
    assert found.top1 is not None and found.top1 > 0.95
    assert found.false_answers == 0


def test_questions_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "vragen.jsonl"
    path.write_text(
        '\ufeff{"query": "hoezo\\nniet", "gold": "a", "style": "kort"}\n\n{"query": "x", "gold": null}\n', "utf-8"
    )
    assert read_questions(path) == [Question("hoezo\nniet", "a"), Question("x", None)]


def test_all_mistakes_in_questions_come_at_once(tmp_path: Path) -> None:
    path = tmp_path / "vragen.jsonl"
    path.write_text('{"query": "x"}\nhoi\n[1]\n{"query": " ", "gold": 3}\n' + "[" * 100_000 + "\n", encoding="utf-8")
    with pytest.raises(faq.FileError) as raised:
        read_questions(path)
    found = [(one.line, one.field) for one in raised.value.problems]
    assert found == [(1, "gold"), (2, None), (3, None), (4, "query"), (4, "gold"), (5, None)]


@pytest.mark.parametrize(("raw", "words"), [(b"\n", "has no questions"), (b"\xff\n", "not UTF-8")])
def test_files_without_questions(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "vragen.jsonl"
    path.write_bytes(raw)
    with pytest.raises(faq.FileError, match=words):
        read_questions(path)
    with pytest.raises(faq.FileError, match="cannot be opened"):
        read_questions(tmp_path / "nergens.jsonl")
