"""`helpdesk faq test`: how well the answers answer questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import faq_report, faq_source
from bot.cli.faq_source import FaqFile
from bot.cli.options import ConfigPath, database, fail, settings_from

if TYPE_CHECKING:
    import faq
    from faq.evaluation import Evaluation
    from faq.questions import Question
    from storage.database import Database


def test(
    questions: Annotated[
        Path, typer.Argument(help='A .jsonl file; each line {"query": "…", "gold": "entry-id"}, or "gold": null.')
    ],
    config: ConfigPath = None,
    file: FaqFile = None,
    since: Annotated[
        int | None, typer.Option(help="Compare with the FAQ as it was at this revision.", metavar="REVISION", min=0)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="List all questions, not only the first.")] = False,
) -> None:
    """Ask the bot all questions of a file: how often it is right, how often it answers, and which answers are wrong.

    The outcome is compared with the FAQ as it was before the last change (an import, or one change in chat), or
    with --since at another revision. With --file, that file is compared with what the database holds. Both are
    tried anew, by this version of the program: what differs, differs by the FAQ.
    """
    asked = read_questions(questions)
    settings = settings_from(config)
    with database(settings) as db:
        now = faq_source.read(file).entries if file else faq_source.published(db, settings)
        before, name = _to_compare(db, file is not None, since)
    found, old = evaluate(now, asked), evaluate(before, asked) if before else None
    print(f"{len(asked)} questions, {len(now)} entries." + (f" Compared with {name}." if old else ""))
    faq_report.figures(found, old)
    most = None if everything else faq_report.MOST
    if old is not None:
        faq_report.changed(old, found, most)
    faq_report.wrong(found, most)
    _say_unknown_ids(now, asked)


def read_questions(path: Path) -> list[Question]:
    """The questions of a file; stops with every mistake in it."""
    import faq
    from faq import questions

    try:
        return questions.read_questions(path)
    except faq.FileError as error:
        fail(str(error))


def evaluate(entries: list[faq.Entry], asked: list[Question]) -> Evaluation:
    """What the bot would make of these questions, with these entries."""
    from faq import evaluation

    return evaluation.evaluate(faq_source.index(entries), asked)


def _to_compare(db: Database, with_file: bool, since: int | None) -> tuple[list[faq.Entry], str]:
    """The entries to compare with, and what they are called; none when there is nothing to compare with."""
    from bot.knowledge import entries, past

    if since is not None:
        if since > (newest := db.read_now(entries.revision)):
            fail(f"There is no revision {since}: the newest is {newest}.")
        return db.read_now(past.entries_at, since), f"revision {since}"
    if with_file:
        return db.read_now(entries.active), "what the database holds"
    last = db.read_now(past.last_published)
    if last is None:
        return [], ""
    name = f"revision {last.first - 1}, before '{last.by}' of {last.at:%d %b %Y %H:%M} UTC"
    return db.read_now(past.entries_at, last.first - 1), name


def _say_unknown_ids(entries: list[faq.Entry], asked: list[Question]) -> None:
    have = {entry.id for entry in entries}
    unknown = sorted({one.gold for one in asked if one.gold is not None} - have)
    if unknown:
        print(f"\nNo such entries, so these questions count as wrong: {', '.join(unknown[: faq_report.MOST])}")
