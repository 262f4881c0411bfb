"""/maandbeeld: a month of the agenda as a picture, for the group or a newsletter."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session
from telegram import Message
from telegram.ext import filters

from bot.agenda import listing, month_picture
from bot.texts import texts
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.services import Services
from handlers.turn import Turn
from storage.agenda import Occurrence
from storage.attachments import Attachment

# From the middle of any month into the next one.
A_MONTH = timedelta(days=30)


@dataclass(frozen=True)
class MonthPicture(Press, prefix="monthpic"):
    """[ Volgende maand ]: the month of this day."""

    day: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of a month, by its first day."""

    month: date
    png: bytes


def register(front: Front) -> None:
    """The command and its button, for staff. Drawing comes before the turn."""
    services = front.services

    async def this_month(_message: Message) -> Drawn:
        return await _draw(services, _today(services))

    async def that_month(press: MonthPicture) -> Drawn:
        return await _draw(services, date.fromisoformat(press.day))

    command = filters.UpdateType.MESSAGE & filters.COMMAND & filters.Regex(r"^/(maandbeeld|month)(@|\s|$)")
    front.staff_fetched(command, this_month, say)
    front.staff_fetched_press(MonthPicture, that_month, lambda turn, _press, drawn: say(turn, drawn))


def say(turn: Turn, drawn: Drawn) -> None:
    """The picture, to be passed on."""
    following = _following(drawn.month)
    button = Button(turn.t.plain("month-picture-next-button"), MonthPicture(following.isoformat()))
    file = Attachment(f"agenda-{drawn.month:%Y-%m}.png", "image/png", drawn.png, as_photo=True)
    turn.say_file(file, turn.t("month-picture-caption"), [[button]])


async def _draw(services: Services, day: date) -> Drawn:
    settings, month = services.settings, day.replace(day=1)
    found = await services.db.read(_of_month, services, month)
    t = texts(settings.locale.language)
    png = await asyncio.to_thread(month_picture.draw, t, month, found, settings.network.name, settings.zone)
    return Drawn(month, png)


def _of_month(session: Session, services: Services, month: date) -> list[Occurrence]:
    return listing.of_days(session, month, _following(month), services.settings.zone)


def _following(month: date) -> date:
    """The first day of the month after the one of this day."""
    return (month.replace(day=15) + A_MONTH).replace(day=1)


def _today(services: Services) -> date:
    return services.clock.now().astimezone(services.settings.zone).date()
