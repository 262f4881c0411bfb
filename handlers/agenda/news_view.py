"""What the message that shows how far news is says, with what can be done about it (conversation 18)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.agenda import news, news_after, news_polls
from bot.agenda.news import Content, Progress
from bot.agenda.news_polls import Votes
from bot.texts import Texts, texts, when
from bot.texts.render import Html
from handlers.agenda.news_presses import AskBack, Better, GoOn, Pause, ReportFile, Stop
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.news import DONE, FIXING, PAUSED, SENDING, TAKEN, TAKING, News
from storage.outbox import Draft, OutboxRow, Priority

# The purpose of the edits in the outbox; its ref is the news' id.
PROGRESS = "news-progress"
SENT_ONCE = (SENDING, PAUSED, DONE, FIXING, TAKING, TAKEN)


@dataclass(frozen=True, slots=True)
class Measured:
    """How far news is, and how far what was asked afterwards: rows with this purpose (None: nothing was asked).

    `votes`: how its polls stand (None: it is no poll), with the votes of which `unseen` came since that was last told.
    """

    how_far: Progress
    purpose: str | None
    task: Progress
    votes: Votes | None
    unseen: int


def measure(session: Session, found: News, now: datetime) -> Measured:
    """Count the rows. With very many that takes a while, so where that matters do it outside of writing."""
    purpose = news_after.purpose(found)
    task = news.progress(session, found.id, now, purpose) if purpose is not None else Progress()
    # What comes while we count is counted or still unseen, never neither.
    unseen = found.unseen
    return Measured(news.progress(session, found.id, now), purpose, task, news_polls.votes(session, found), unseen)


def view(services: Services, t: Texts, found: News, measured: Measured, now: datetime) -> tuple[Html, Rows]:
    """How far it is, how its polls stand, and what can be done about it."""
    text, rows = _state(services, t, found, measured, now)
    return Html("\n".join([text, *in_words(t, measured.votes)])), rows


def in_words(t: Texts, votes: Votes | None) -> list[Html]:
    """How its polls stand, line by line; nothing when it is no poll."""
    if votes is None:
        return []
    first = t("news-votes", count=votes.voters, many=int(votes.many))
    return [first, *(t("news-votes-for", option=name, count=count) for name, count in votes.options if votes.voters)]


def _state(services: Services, t: Texts, found: News, measured: Measured, now: datetime) -> tuple[Html, Rows]:
    how_far, task = measured.how_far, measured.task
    stop_it = Button(t.plain("news-stop-button"), Stop(found.id))
    if found.state in (TAKING, TAKEN):
        return _taken(t, found, task)
    if found.state == FIXING:
        return t("news-fixing", done=task.ended, total=task.now), []
    if found.state == PAUSED:
        text = t("news-paused", done=how_far.ended, total=found.recipients)
        return text, [[Button(t.plain("news-go-on-button"), GoOn(found.id)), stop_it]]
    if how_far.waiting:
        left = news.seconds_left(found, how_far, now, services.settings.limits.messages_per_second)
        text = t("news-going", done=how_far.ended, total=how_far.now, left=_lasts(t, left))
        return text, [[Button(t.plain("news-pause-button"), Pause(found.id)), stop_it]]
    text = ended(t, how_far, services, now)
    if measured.purpose is not None:
        text = Html(f"{text}\n{t('news-fixed', count=task.delivered, failed=task.failed + task.blocked)}")
    return text, [*_afterwards(t, found), *([[stop_it]] if how_far.later else [])]


def ended(t: Texts, how_far: Progress, services: Services, now: datetime) -> Html:
    """What came of it."""
    later = "none"
    if how_far.first_later is not None:
        local = how_far.first_later.astimezone(services.settings.zone)
        later = when.moment(local, t.language, now.astimezone(services.settings.zone).date())
    return t(
        "news-done",
        delivered=how_far.delivered,
        blocked=how_far.blocked,
        failed=how_far.failed,
        stopped=how_far.stopped,
        later=how_far.later,
        when=later,
    )


def show(session: Session, services: Services, found: News, measured: Measured) -> None:
    """The message says how far it is."""
    t = texts(services.settings.locale.language)
    edit(session, services, found, *view(services, t, found, measured, services.clock.now()))


def edit(session: Session, services: Services, found: News, text: Html, rows: Rows) -> None:
    """The message says this, as soon as the group has room."""
    found.shown_at = services.clock.now()
    if text == found.shown or found.status_message_id is None:
        return
    found.shown = text
    payload = text_payload(text, rows) | {"message_id": found.status_message_id}
    change = Draft(services.staff_chat(), "editMessageText", payload, priority=Priority.QUIET)
    change.purpose, change.ref = PROGRESS, found.id
    outbox.overtake(session, change)


def pressed(turn: Turn, number: int, states: Collection[str]) -> News | None:
    """The news, when the pressed button still makes sense: it is in one of these states."""
    found = news.get(turn.session, number, states)
    if found is None:
        turn.toast("news-too-late-toast")
    return found


def show_pressed(turn: Turn, found: News) -> None:
    """The pressed message says how far it is."""
    text, rows = view(turn.services, turn.t, found, measure(turn.session, found, turn.now), turn.now)
    say_pressed(turn, found, text, rows)


def say_pressed(turn: Turn, found: News, text: Html, rows: Rows) -> None:
    """The pressed message says this at once, and before nothing older: an edit that still waits would undo it."""
    outbox.cancel(turn.session, (OutboxRow.purpose == PROGRESS) & (OutboxRow.ref == found.id))
    found.shown, found.shown_at, found.status_message_id = text, turn.now, turn.pressed_id
    turn.replace_html(text, rows)


def ask_pressed(turn: Turn, found: News, text: Html, rows: Rows) -> None:
    """The pressed message asks this, until it is answered."""
    say_pressed(turn, found, text, rows)
    found.shown = None


def _afterwards(t: Texts, found: News) -> Rows:
    report = Button(t.plain("news-report-button"), ReportFile(found.id))
    better = Button(t.plain("news-better-button"), Better(found.id))
    back = Button(t.plain("news-back-button"), AskBack(found.id))
    return [[report, *([better] if news_after.fixable(Content.of(found)) else []), back]]


def _taken(t: Texts, found: News, task: Progress) -> tuple[Html, Rows]:
    if found.state == TAKING:
        return t("news-taking", done=task.ended, total=task.now), []
    text = t("news-taken", count=task.delivered, failed=task.failed + task.blocked + task.stopped)
    return text, [[Button(t.plain("news-report-button"), ReportFile(found.id))]]


def _lasts(t: Texts, seconds: int) -> str:
    if seconds < 60:
        return t.plain("news-seconds", count=seconds)
    return when.age(timedelta(seconds=seconds + 59), t.language)
