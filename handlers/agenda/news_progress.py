"""How far the news is, in one message of the staff group that changes; pausing and stopping it (conversation 18)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.agenda import news
from bot.agenda.news import Content, Progress
from bot.schedule import Chore
from bot.texts import Texts, texts, when
from bot.texts.render import Html
from handlers.agenda import news_content
from handlers.agenda.news_presses import GoOn, Pause, Stop
from handlers.front import Front
from handlers.presses import Button, Press, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.news import LEAVING, PAUSED, SENDING, News
from storage.outbox import Draft, OutboxRow, Priority

LOOK_EVERY_S = 1.0
# A group may get 20 messages a minute, edits among them: the rest is for answers. So the longer it lasts, the less
# often it is told: every 3 seconds at first, then each tenth of what has passed, and every 30 seconds at last.
SOONEST, LATEST = timedelta(seconds=3), timedelta(seconds=30)
# The purpose of those edits in the outbox; its ref is the news' id.
PROGRESS = "news-progress"


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Pause, pause, staff=True)
    front.press(GoOn, go_on, staff=True)
    front.press(Stop, stop, staff=True)


def chore(services: Services) -> Chore:
    """Sends what is due, and keeps the message that shows how far it is up to date."""

    async def look() -> None:
        now = services.clock.now()
        for number in await services.db.read(news.due, now):
            await services.db.write(_send, services, number)
        for number in await services.db.read(news.under_way):
            await services.db.write(_follow, services, number)

    return Chore("news", LOOK_EVERY_S, look)


def pause(turn: Turn, press: Pause) -> None:
    """[ Pauze ]"""
    found = _pressed(turn, press, (SENDING,))
    if found is not None:
        news.pause(turn.session, found)
        _show_pressed(turn, found)


def go_on(turn: Turn, press: GoOn) -> None:
    """[ Ga door ]"""
    found = _pressed(turn, press, (PAUSED,))
    if found is not None:
        news.resume(turn.session, found, turn.now)
        _show_pressed(turn, found)


def stop(turn: Turn, press: Stop) -> None:
    """[ Stop ]: what did not leave yet, does not."""
    found = _pressed(turn, press, (SENDING, PAUSED))
    if found is not None:
        news.stop(turn.session, found)
        _show_pressed(turn, found)


def view(t: Texts, found: News, how_far: Progress, services: Services, now: datetime) -> tuple[Html, Rows]:
    """How far it is, and what can be done about it."""
    stop_it = Button(t.plain("news-stop-button"), Stop(found.id))
    if found.state == PAUSED:
        text = t("news-paused", done=how_far.ended, total=found.recipients)
        return text, [[Button(t.plain("news-go-on-button"), GoOn(found.id)), stop_it]]
    if how_far.waiting:
        left = news.seconds_left(found, how_far, now, services.settings.limits.messages_per_second)
        text = t("news-going", done=how_far.ended, total=how_far.now, left=_lasts(t, left))
        return text, [[Button(t.plain("news-pause-button"), Pause(found.id)), stop_it]]
    return ended(t, how_far, services, now), [[stop_it]] if how_far.later else []


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


def _lasts(t: Texts, seconds: int) -> str:
    if seconds < 60:
        return t.plain("news-seconds", count=seconds)
    return when.age(timedelta(seconds=seconds + 59), t.language)


def _send(session: Session, services: Services, number: int) -> None:
    now, found = services.clock.now(), news.get(session, number, (LEAVING,))
    if found is None:
        return
    what, t = Content.of(found), texts(services.settings.locale.language)
    total = news.send(
        session,
        found,
        lambda language: news_content.payload(what, texts(language)),
        now,
        services.settings.zone,
    )
    if total:
        _show(session, services, found, *view(t, found, news.progress(session, number, now), services, now))
    else:
        _show(session, services, found, t("news-nobody-left"), [])


def _follow(session: Session, services: Services, number: int) -> None:
    now, found = services.clock.now(), news.get(session, number, news.UNDER_WAY)
    if found is None or not _is_time(found, now):
        return
    how_far = news.progress(session, number, now)
    if not how_far.waiting and not how_far.later:
        news.finish(found)
    t = texts(services.settings.locale.language)
    _show(session, services, found, *view(t, found, how_far, services, now))


def _is_time(found: News, now: datetime) -> bool:
    if found.shown_at is None or found.since is None or now < found.shown_at:
        return True
    return now - found.shown_at >= min(LATEST, max(SOONEST, (now - found.since) / 10))


def _show(session: Session, services: Services, found: News, text: Html, rows: Rows) -> None:
    found.shown_at = services.clock.now()
    if text == found.shown:
        return
    found.shown = text
    payload = text_payload(text, rows) | {"message_id": found.status_message_id}
    edit = Draft(services.staff_chat(), "editMessageText", payload, priority=Priority.QUIET)
    edit.purpose, edit.ref = PROGRESS, found.id
    outbox.overtake(session, edit)


def _pressed(turn: Turn, press: Press, states: tuple[str, ...]) -> News | None:
    found = news.get(turn.session, press.news, states)  # type: ignore[attr-defined]
    if found is None:
        turn.toast("news-too-late-toast")
    return found


def _show_pressed(turn: Turn, found: News) -> None:
    """At once, and before nothing older: an edit that still waits would undo it."""
    outbox.cancel(turn.session, (OutboxRow.purpose == PROGRESS) & (OutboxRow.ref == found.id))
    how_far = news.progress(turn.session, found.id, turn.now)
    text, rows = view(turn.t, found, how_far, turn.services, turn.now)
    found.shown, found.shown_at = text, turn.now
    turn.replace_html(text, rows)
