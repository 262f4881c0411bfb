"""Once a week the staff group reads what people asked and the bot did not know. Without a sound."""

from __future__ import annotations

from datetime import datetime, time

from sqlalchemy.orm import Session

from bot.desk import messages
from bot.knowledge import gathering, learning
from bot.knowledge.gathering import Gathered
from bot.schedule import Chore
from bot.texts import texts
from handlers.learning import learn_views
from handlers.services import Services
from handlers.turn import text_payload
from storage import outbox
from storage.learning import PROPOSAL, UNANSWERED
from storage.outbox import Draft, Priority

# Monday, local time: after the first look at what came in over the weekend. A bot that was down then says it later
# that day; on another day it waits for the next Monday.
WEEKDAY, FROM = 0, time(9, 5)
# Asking the clock costs nothing; the database is asked on Mondays only.
LOOK_EVERY_S = 5.0


def chore(services: Services) -> Chore:
    """Says it once a week, if there is something to say."""
    looked: set[str] = set()

    async def tell() -> None:
        now = services.clock.now()
        name = week(now.astimezone(services.settings.zone))
        if name is None or name in looked:
            return
        if not await services.db.read(messages.said_before, name):
            knowledge = services.knowledge
            found = await services.db.read(gathering.collect, knowledge.index, now, knowledge.synonyms)
            await services.db.write(say, services, name, found)
        looked.add(name)

    return Chore("learn-digest", LOOK_EVERY_S, tell)


def week(local: datetime) -> str | None:
    """The outbox key of this week's message when it is time for it; None when it is not. `local`: wall-clock time."""
    due = local.weekday() == WEEKDAY and local.time() >= FROM
    return f"learn-digest:{local.date()}" if due else None


def say(session: Session, services: Services, name: str, found: list[Gathered]) -> None:
    """Say what waits, under this key; nothing when nothing waits, or when it was said."""
    gathering.arrange(session, found)
    unanswered, proposals = learning.count_open(session, UNANSWERED), learning.count_open(session, PROPOSAL)
    if messages.said_before(session, name) or not unanswered + proposals:
        return
    t = texts(services.settings.locale.language)
    first = learning.first_open(session, UNANSWERED, learn_views.DIGEST_LINES)
    html = learn_views.digest_html(t, first, unanswered, proposals)
    payload = text_payload(html, learn_views.digest_rows(t)) | {"disable_notification": True}
    outbox.enqueue(session, Draft(services.staff_chat(), "sendMessage", payload, priority=Priority.QUIET, key=name))
