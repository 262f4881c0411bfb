"""The news as it arrives, and sending it: in a moment, or at a time (conversation 18)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.agenda import news, wall
from bot.agenda.news import Content
from bot.telegram.outcomes import Outcome, Result
from bot.texts import Texts, texts, when
from handlers.agenda import news_content
from handlers.agenda.news_audience import draft, drop_button, view
from handlers.agenda.news_presses import At, Drop, Hold, Hours, Later, Preview, Send, Who
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.services import Services
from handlers.turn import Turn, text_payload
from storage import outbox
from storage.news import DRAFT, LEAVING, News
from storage.outbox import Draft, Priority
from storage.sending import Outgoing

# The purpose of the preview in the outbox; its ref is the news' id.
PREVIEW = "news-preview"
# Hours to choose from: outside of the quiet that members have unless they choose otherwise.
HOURS = (9, 10, 11, 13, 15, 16, 18, 20)
AFTERNOON, EVENING, MORNING = time(16), time(19), time(10)
# Nobody chooses a time that is nearly there.
MARGIN = timedelta(minutes=30)


def register(front: Front) -> None:
    """Its buttons."""
    front.press(Preview, preview, staff=True)
    front.press(Send, send, staff=True)
    front.press(Later, later, staff=True)
    front.press(Hours, hours, staff=True)
    front.press(At, send_at, staff=True)
    front.press(Hold, hold, staff=True)


def preview(turn: Turn, press: Preview) -> None:
    """The news as it arrives, and under it the buttons that send it."""
    found = draft(turn, press.news)
    if found is None:
        return
    count = news.reach(turn.session, found)
    turn.rebutton([])
    show_as_received(turn, found, Content.of(found))
    turn.say("news-arrives", _rows(turn.t, found, count), count=count)


def show_as_received(turn: Turn, found: News, what: Content) -> None:
    """What members get, here."""
    thread = turn.message.message_thread_id if turn.message.is_topic_message else None
    payload = news_content.payload(what, turn.t) | ({"message_thread_id": thread} if thread else {})
    turn.send(turn.chat.id, what.method, payload, purpose=PREVIEW, ref=found.id)


def _rows(t: Texts, found: News, count: int) -> Rows:
    go = Button(t.plain("news-send-button", count=count), Send(found.id, found.version))
    wait = Button(t.plain("news-later-button"), Later(found.id, found.version))
    back = Button(t.plain("back-button"), Who(found.id))
    return [[go, wait], [back, drop_button(t, found)]]


def send(turn: Turn, press: Send) -> None:
    """To all of them, in a moment. The pressed message shows how far it is."""
    found = _as_seen(turn, press, (DRAFT,))
    if found is None:
        return
    count = news.reach(turn.session, found)
    if not count:
        turn.replace_html(*view(turn, found))
        return
    news.leave(found, turn.now + news.A_MOMENT, turn.message.message_id)
    turn.replace("news-leaves", [[Button(turn.t.plain("news-stop-button"), Hold(found.id))]], count=count)


def hold(turn: Turn, press: Hold) -> None:
    """[ Stop ], just after it was pressed: nothing has left."""
    found = news.get(turn.session, press.news, (LEAVING,))
    if found is None:
        return turn.toast("news-too-late-toast")
    news.stay(found)
    text, rows = view(turn, found)
    turn.replace_html(turn.t("news-held") + "\n" + text, rows)


def later(turn: Turn, press: Later) -> None:
    """When?"""
    found = _as_seen(turn, press, (DRAFT, LEAVING))
    if found is None:
        return
    t, local = turn.t, turn.now.astimezone(turn.services.settings.zone)
    tomorrow = local.date() + timedelta(days=1)
    first: list[Button] = []
    for clock in (AFTERNOON, EVENING):
        at = datetime.combine(local.date(), clock)
        if not first and at - MARGIN > local.replace(tzinfo=None):
            first.append(_at(turn, found, at, t.plain("news-today-button", clock=_clock(at, t))))
    at = datetime.combine(tomorrow, MORNING)
    first.append(_at(turn, found, at, t.plain("news-tomorrow-button", clock=_clock(at, t))))
    other = Button(t.plain("news-hours-button"), Hours(found.id, found.version, 0 if len(first) > 1 else 1))
    turn.replace("news-when", [first, [other, _back(turn, found)]])


def hours(turn: Turn, press: Hours) -> None:
    """The hours of a day to choose from."""
    found = _as_seen(turn, press, (DRAFT, LEAVING))
    if found is None:
        return
    t, local = turn.t, turn.now.astimezone(turn.services.settings.zone).replace(tzinfo=None)
    most = news.LONGEST_AHEAD.days - 1
    days = min(max(press.days, 0), most)
    day = local.date() + timedelta(days=days)
    times = [at for hour in HOURS if (at := datetime.combine(day, time(hour))) > local]
    buttons = [_at(turn, found, at, _clock(at, t)) for at in times]
    rows: Rows = [buttons[n : n + 3] for n in range(0, len(buttons), 3)]
    step = [Button(t.plain("news-next-day-button"), Hours(found.id, found.version, min(days + 1, most)))]
    if days:
        step.insert(0, Button(t.plain("news-day-before-button"), Hours(found.id, found.version, days - 1)))
    turn.replace("news-hours", [*rows, step, [_back(turn, found)]], day=when.day(day, t.language, local.date()))


def send_at(turn: Turn, press: At) -> None:
    """At this time."""
    found = _as_seen(turn, press, (DRAFT, LEAVING))
    if found is None:
        return
    at = datetime.fromtimestamp(press.minute * 60, UTC) if 0 < press.minute < 10**9 else turn.now
    if not turn.now < at <= turn.now + news.LONGEST_AHEAD:
        turn.toast("news-passed-toast")
        return later(turn, Later(found.id, found.version))
    news.leave(found, at, turn.message.message_id)
    turn.replace_html(*_planned(turn, found))


def _planned(turn: Turn, found: News) -> tuple[str, Rows]:
    t, zone = turn.t, turn.services.settings.zone
    assert found.leaves_at is not None
    local, today = found.leaves_at.astimezone(zone), turn.now.astimezone(zone).date()
    change = Button(t.plain("news-change-button"), Later(found.id, found.version))
    rows = [[change, Button(t.plain("news-cancel-button"), Drop(found.id))]]
    count = news.reach(turn.session, found)
    return t("news-planned", when=when.moment(local, t.language, today), count=count), rows


def _as_seen(turn: Turn, press: Send | Later | Hours | At, states: tuple[str, ...]) -> News | None:
    """The news, when it is as it was when this button was shown. Otherwise it is to be looked at again."""
    found = news.get(turn.session, press.news, states)
    if found is None:
        draft(turn, press.news)
        return None
    if found.version != press.version:
        turn.toast("news-look-again-toast")
        turn.rebutton([])
        return None
    return found


def _at(turn: Turn, found: News, local: datetime, label: str) -> Button:
    at = wall.to_utc(local, turn.services.settings.zone)
    return Button(label, At(found.id, found.version, int(at.timestamp()) // 60))


def _back(turn: Turn, found: News) -> Button:
    """Of what is planned the time stays as it was; of a draft we ask again for whom it is."""
    if found.state == LEAVING and found.leaves_at is not None:
        minute = int(found.leaves_at.timestamp()) // 60
        return Button(turn.t.plain("back-button"), At(found.id, found.version, minute))
    return Button(turn.t.plain("back-button"), Who(found.id))


def _clock(at: datetime, t: Texts) -> str:
    return when.clock(at, t.language).removesuffix(" uur")


def outcomes(services: Services) -> Mapping[str, Outcome]:
    """A preview that Telegram refuses: the news, or its better words, would be refused for everyone."""
    return {PREVIEW: _Previews(services).ended}


@dataclass(frozen=True, slots=True)
class _Previews:
    services: Services

    def ended(self, session: Session, row: Outgoing, result: Result) -> None:
        """Refused: staff hear why, and nothing is sent."""
        if result.ok or row.ref is None:
            return
        news.refuse(session, row.ref)
        html = texts(self.services.settings.locale.language)("news-refused", error=result.error[:150])
        payload = text_payload(html)
        if "message_thread_id" in row.params:
            payload["message_thread_id"] = row.params["message_thread_id"]
        outbox.enqueue(session, Draft(row.chat_id, "sendMessage", payload, priority=Priority.STAFF))
