"""Once a week the staff group reads how last week went, and what wants attention now. Without a sound."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import messages, report_period, report_words, sla, tickets
from bot.desk.names import clean, cut
from bot.desk.report_period import WEEK, Period
from bot.desk.states import State
from bot.knowledge import learning
from bot.schedule import Chore
from bot.settings import Moment
from bot.texts import texts, when
from bot.texts.render import Html
from handlers.desk import report
from handlers.desk.report import Made
from handlers.presses import keyboard
from handlers.services import Services
from storage import outbox
from storage.learning import UNANSWERED
from storage.outbox import Priority

LOOK_EVERY_S = 5.0
# Asked once is no reason to write an answer.
OFTEN = 2
# The asker waits for us; otherwise we wait for them, or for a time.
OURS = (State.NEW, State.CLAIMED)
LONGEST_QUESTION = 80


def chore(services: Services) -> Chore:
    """Says it once a week, also when the bot was down at the time; nothing when nothing was asked."""
    looked: set[Period] = set()

    async def tell() -> None:
        moment = services.settings.report.digest
        if moment is None:
            return
        period = due(moment, services.clock.now().astimezone(services.settings.zone))
        if period in looked:
            return
        if not await services.db.read(messages.said_before, key(period)):
            made = await report.picture(services, period)
            await services.db.write(say, services, made)
        looked.add(period)

    return Chore("report-digest", LOOK_EVERY_S, tell)


def due(moment: Moment, local: datetime) -> Period:
    """The week that the last message should be about: the one before that in which it was said."""
    day = local.date() - timedelta(days=(local.weekday() - moment.weekday) % 7)
    if (day, moment.at) > (local.date(), local.time()):
        day -= timedelta(days=7)
    return report_period.of(WEEK, day).before()


def key(period: Period) -> str:
    """The outbox key of the message about this week."""
    return f"report-digest:{period.first}"


def say(session: Session, services: Services, made: Made) -> None:
    """Say it in the group, once; not when there was nothing to tell."""
    now, zone = services.clock.now(), services.settings.zone
    if messages.said_before(session, key(made.report.period)) or not made.report.counts.asked:
        return
    t = texts(services.settings.locale.language)
    words = report_words.words(t, made.report, now, zone)
    payload = {
        "caption": "\n".join([words, *attention(session, services, now)]),
        "parse_mode": "HTML",
        "disable_notification": True,
        "reply_markup": keyboard(report.rows(t, made.report, now, zone)),
    }
    file, name = report.attachment(t, made), key(made.report.period)
    chat = services.staff_chat()
    outbox.enqueue(session, outbox.attached(session, chat, file, payload, now, priority=Priority.STAFF, key=name))


def attention(session: Session, services: Services, now: datetime) -> list[Html]:
    """Who waits for us now, and what was asked most without a good answer: a line each below a title, or nothing."""
    t, hours = texts(services.settings.locale.language), services.hours
    after = timedelta(hours=services.settings.sla.nudge_after_hours)
    ours = [ticket for ticket in tickets.all_open(session) if ticket.state in OURS]
    lines: list[Html] = []
    if ours:
        late = sum(sla.is_late(ticket, hours, after, now) for ticket in ours)
        longest = min(ticket.waits_since or ticket.opened_at for ticket in ours).astimezone(services.settings.zone)
        since = when.moment(longest, t.language, now.astimezone(services.settings.zone).date())
        lines.append(t("report-waiting", count=len(ours), since=since, late=late))
    for case in learning.first_open(session, UNANSWERED, 1):
        if case.count >= OFTEN and case.wordings:
            question = cut(clean(case.wordings[0]), LONGEST_QUESTION)
            lines.append(t("report-often", question=question, count=case.count))
    return [Html(""), t("report-attention"), *lines] if lines else []
