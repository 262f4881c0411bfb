"""A table of gatherings (CSV or XLSX) sent in the staff group, read as a calendar; and the template to fill in."""

from __future__ import annotations

from telegram import Message
from telegram.ext import filters

from bot.agenda import event_sheet, event_table
from bot.agenda.parsed import Problem
from handlers import topics_of
from handlers.agenda import calendar_file
from handlers.agenda.calendar_file import Fetched
from handlers.agenda.event_presses import GetTable, GetTemplate
from handlers.desk import staff_talk
from handlers.front import Front
from handlers.turn import Turn
from storage.attachments import Attachment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLE = filters.Document.FileExtension("csv") | filters.Document.FileExtension("xlsx")
OTHER = Problem("sheet-no-table")


def register(front: Front) -> None:
    """Tables in the staff group that are no reply: a reply is an answer to someone."""

    async def fetch(message: Message) -> Fetched:
        return await calendar_file.fetched(front, message, event_sheet.read)

    front.staff_fetched(filters.UpdateType.MESSAGE & TABLE & ~topics_of.Reply(), fetch, show)
    front.press(GetTemplate, send_template, staff=True)
    front.press(GetTable, send_table, staff=True)


def show(turn: Turn, fetched: Fetched) -> None:
    """What the table would change. One that is about something else stays inside, as any file."""
    if OTHER in fetched.problems:
        return staff_talk.on_message(turn)
    calendar_file.show(turn, fetched)


def send_template(turn: Turn, _press: GetTemplate) -> None:
    """The template, with two examples."""
    name = f"{turn.t.plain('sheet-template-name')}.xlsx"
    turn.say_file(Attachment(name, XLSX, event_sheet.template()), turn.t("sheet-template"))


def send_table(turn: Turn, _press: GetTable) -> None:
    """All that is to come, to be changed and sent back."""
    zone, found = turn.services.settings.zone, event_table.coming(turn.session, turn.now)
    if not found:
        return turn.toast("button-outdated")
    name = f"{turn.t.plain('sheet-export-name')}-{turn.now.astimezone(zone):%Y-%m-%d}.xlsx"
    turn.say_file(Attachment(name, XLSX, event_table.to_xlsx(found, zone)), turn.t("sheet-export", count=len(found)))
