"""The list of commands behind the Menu button, and that every command people read about exists."""

from __future__ import annotations

import re
from pathlib import Path

from telegram.ext import CommandHandler

from bot.profile import COMMANDS, GROUP_COMMANDS, STAFF_COMMANDS
from tests.desk.scenes import FORUM, PLAIN
from tests.stage import Stage

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = (
    "staff.md",
    "talking.md",
    "curators.md",
    "privacy.md",
    "reports.md",
    "agenda.md",
    "broadcasts.md",
    "everywhere.md",
)
# These fetch something before they are carried out, so they are no CommandHandler; each has a test of its own.
FETCHED = {"agenda_feed", "zoek", "leren", "rapport", "maandbeeld"}
COMMAND = re.compile(r"(?<![\w/.(\[`-])/([a-z]{3,})\b(?![/.])")


def known(stage: Stage) -> set[str]:
    """Every command that some conversation has registered."""
    handlers = [h for group in stage.helpdesk.ptb.handlers.values() for h in group]
    return {name for h in handlers if isinstance(h, CommandHandler) for name in h.commands} | FETCHED


async def listed(stage: Stage, scope: str, part: str) -> list[str]:
    """What Telegram shows in this scope, as soon as it has that command."""
    profile = stage.server.world.profile

    def look(_: object) -> list[str] | None:
        names = [c["command"] for c in profile.commands.get(scope, [])]
        return names if part in names else None

    return await stage.group.until(look, f"no /{part} in {scope}: {list(profile.commands)}")


@FORUM
async def test_each_sees_the_commands_that_are_theirs_and_they_exist(stage: Stage) -> None:
    group = stage.group.chat_id
    assert await listed(stage, "all_private_chats", "mijnvragen") == list(COMMANDS)
    assert await listed(stage, "all_private_chats/en", "mijnvragen") == list(COMMANDS)
    assert await listed(stage, "all_group_chats", "vraag") == list(GROUP_COMMANDS)
    assert await listed(stage, f"chat:{group}", "wachtrij") == list(STAFF_COMMANDS)
    assert {*COMMANDS, *GROUP_COMMANDS, *STAFF_COMMANDS} - known(stage) == set()


@FORUM
async def test_staff_who_ask_for_help_get_the_list_in_the_group(stage: Stage) -> None:
    await stage.sanne.says("/help")
    said = await stage.sanne.waits_for("Zo werkt het hier")
    assert [name for name in STAFF_COMMANDS if f"\n/{name}: " not in said["text"]] == []


@FORUM
async def test_a_command_that_there_is_not_is_no_question_and_the_right_one_is_told(stage: Stage) -> None:
    for typed, said in {
        "/angeda": "Ik ken /angeda niet. Bedoel je /agenda? Typ je vraag, of typ help.",
        "/xyzzy": "Ik ken /xyzzy niet. Typ je vraag, of typ help.",
        "/zoek verzekering boot": "/zoek werkt alleen in de groep van de helpdesk.",
    }.items():
        await stage.joke.says(typed)
        await stage.joke.waits_for(said)
    await stage.sanne.says("/evenemnet di 12 jan 19:30 Soep")
    await stage.sanne.waits_for("Ik ken /evenemnet niet. Bedoel je /evenement? Alles wat je kunt typen: /help.")
    await stage.sanne.says("/mijnvragen")
    await stage.sanne.waits_for("/mijnvragen werkt alleen in je eigen gesprek met mij.")
    assert await stage.group.topics() == []


@FORUM
async def test_every_command_in_the_docs_for_people_exists(stage: Stage) -> None:
    read = {name for page in PAGES for name in COMMAND.findall((DOCS / page).read_text("utf-8"))}
    assert {"wachtrij", "snel", "samen"} <= read
    assert read - known(stage) == set()


@PLAIN
async def test_staff_keep_their_list_when_the_group_gets_another_number(stage: Stage) -> None:
    await listed(stage, f"chat:{stage.group.chat_id}", "wachtrij")
    moved = await stage.group.backend.act("migrate", {"chat_id": stage.group.chat_id})
    assert await listed(stage, f"chat:{moved['id']}", "wachtrij") == list(STAFF_COMMANDS)
