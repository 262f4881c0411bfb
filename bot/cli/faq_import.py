"""`helpdesk faq import`: the answers, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import faq_diff, faq_report, faq_source, faq_test
from bot.cli.options import ConfigPath, database, fail, now, settings_from
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.knowledge.imports import Plan
    from storage.database import Database

NOTHING = "Nothing was written."


def import_(
    file: Annotated[Path, typer.Argument(help="A .yaml, .csv or .xlsx file, as helpdesk faq export makes it.")],
    config: ConfigPath = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask. What was changed in chat stays.")] = False,
    keep_chat: Annotated[bool, typer.Option("--keep-chat", help="Where chat changed an entry, chat wins.")] = False,
    take_file: Annotated[
        bool, typer.Option("--take-file", help="Where chat changed an entry, the file wins.")
    ] = False,
    even_if_worse: Annotated[
        bool, typer.Option("--even-if-worse", help="With --yes: import answers that are right less often too.")
    ] = False,
) -> None:
    """Make the answers what a file says, after showing what changes and asking.

    Entries that are not in the file are retired: kept, but no longer given. What staff changed in chat since the file
    was made is never written over unseen: it is shown with both texts, and you choose. With faq.questions in the
    settings, old and new answers are tried on those questions first. A running bot follows within seconds.
    """
    from bot.knowledge import imports

    if keep_chat and take_file:
        fail("Choose one of --keep-chat and --take-file.")
    contents = faq_source.read(file)
    settings = settings_from(config)
    with database(settings) as db:
        planned = db.read_now(imports.plan, contents.entries, contents.mark)
        faq_diff.show(planned, settings.zone)
        quiet = yes or dry_run
        take = take_file or (not keep_chat and not quiet and _asks_to_take_the_file(planned))
        _say_what_stays(planned, take)
        worse = _is_worse(planned, take, settings)
        if dry_run:
            print(NOTHING)
            return
        if planned.accepted(take):
            _confirm(worse, yes, even_if_worse)
        _write(db, planned, take, file.name, settings)


def _write(db: Database, planned: Plan, take_file: bool, name: str, settings: Settings) -> None:
    from bot.knowledge import imports

    try:
        count = db.write_now(imports.carry_out, planned, take_file, name, now(settings))
    except imports.MovedOn:
        fail(f"Someone changed the answers while you looked. {NOTHING} Import it again.")
    print(f"Imported. Changes: {count}." if count else "Nothing changes.")


def _asks_to_take_the_file(planned: Plan) -> bool:
    if not planned.conflicts:
        return False
    answer = _ask("Changed in chat: keep what chat says (k), take what the file says (f), or stop (s)? [k]")
    if answer in ("f", "file"):
        return True
    if answer not in ("", "k", "keep"):
        fail(NOTHING)
    return False


def _say_what_stays(planned: Plan, take_file: bool) -> None:
    if planned.conflicts and not take_file:
        ids = [proposal.entry_id for proposal in planned.conflicts]
        more = f" and {len(ids) - faq_diff.MOST} more" if len(ids) > faq_diff.MOST else ""
        print(f"Stays as it is in chat: {', '.join(ids[: faq_diff.MOST])}{more}.")
        print("To change those too, export anew and change that file; or let the file win, with --take-file.")


def _is_worse(planned: Plan, take_file: bool, settings: Settings) -> bool:
    """Tries old and new on the questions of the settings, and says what changed when the new ones do worse."""
    from faq import evaluation

    if settings.faq.questions is None or not planned.have or not planned.accepted(take_file):
        return False
    asked = faq_test.read_questions(settings.faq.questions)
    before = faq_test.evaluate(list(planned.have), asked)
    after = faq_test.evaluate(planned.outcome(take_file), asked)
    worse = evaluation.is_worse(before, after)
    print(f"\nTried on {len(asked)} questions of {settings.faq.questions.name}:")
    faq_report.figures(after, before)
    if worse:
        faq_report.changed(before, after)
        print("\nWith this file the answers are right less often.")
    return worse


def _confirm(worse: bool, yes: bool, even_if_worse: bool) -> None:
    if yes and worse and not even_if_worse:
        fail(f"{NOTHING} To import it all the same: --even-if-worse.")
    if yes:
        return
    if _ask("Import it all the same? [y/N]" if worse else "Import this? [y/N]") not in ("y", "yes", "j", "ja"):
        fail(NOTHING)


def _ask(question: str) -> str:
    """What someone at the terminal answers, in lower case; without anyone there, nothing is done."""
    try:
        return input(f"{question} ").strip().lower()
    except EOFError:
        fail(f"\n{NOTHING} Nobody is there to answer: use --yes, with --keep-chat or --take-file.")
