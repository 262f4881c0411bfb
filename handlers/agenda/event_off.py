"""Calling off a gathering, or letting it go on after all: first who hears of it, then the button that does it."""

from __future__ import annotations

from bot.agenda import by_hand, compare
from bot.agenda.compare import Step
from bot.texts.render import Html
from handlers.agenda import event_notice
from handlers.agenda.event_messages import EventMessages
from handlers.agenda.event_new import here, offsets, tell
from handlers.agenda.event_presses import AskSwitch, ChangeEvent, SeeSwitch, SwitchEvent
from handlers.agenda.promoted import tell_promoted
from handlers.desk.desk_answers import staff
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn
from storage.agenda import CONFIRMED, Occurrence


def register(front: Front) -> None:
    """The buttons."""
    front.press(AskSwitch, ask, staff=True)
    front.press(SeeSwitch, see, staff=True)
    front.press(SwitchEvent, switch, staff=True)


def ask(turn: Turn, press: AskSwitch) -> None:
    """[ Gelast af ] or [ Gaat toch door ]"""
    row = _coming(turn, press.occurrence)
    if row is None:
        return
    t, told = turn.t, by_hand.hearers(turn.session, _step(row, press.on), turn.now)
    lines = [t("event-on-ask" if press.on else "event-off-ask"), *_about(turn, row), t("event-tells", count=told)]
    name = "event-on-button" if press.on else "event-off-button"
    go = Button(t.plain(name), SwitchEvent(row.id, press.on, 1))
    quiet = Button(t.plain("event-quiet-button"), SwitchEvent(row.id, press.on, 0))
    back = Button(t.plain("event-back-button"), ChangeEvent(row.id))
    see = Button(t.plain("event-see-button"), SeeSwitch(row.id, press.on))
    turn.replace_html("\n".join(lines), [[go, see], [quiet, back]] if told else [[go, back]])


def see(turn: Turn, press: SeeSwitch) -> None:
    """[ Bekijk bericht ]: what people hear of it, and below it the buttons that do it."""
    row = _coming(turn, press.occurrence)
    if row is None:
        return
    if (row.state == CONFIRMED) == bool(press.on):
        return turn.toast("button-outdated")
    t, step = turn.t, _step(row, press.on)
    count = by_hand.hearers(turn.session, step, turn.now)
    if not count:
        return ask(turn, AskSwitch(row.id, press.on))
    label = t.plain("event-send-button", what="on" if press.on else "off", count=count)
    go = Button(label, SwitchEvent(row.id, press.on, 1))
    quiet = Button(t.plain("event-quiet-button"), SwitchEvent(row.id, press.on, 0))
    back = Button(t.plain("event-back-button"), AskSwitch(row.id, press.on))
    event_notice.show(turn, row, step, count, [[go], [quiet, back]])


def switch(turn: Turn, press: SwitchEvent) -> None:
    """Do it. Pressed twice, it is done once."""
    row = _coming(turn, press.occurrence)
    if row is None:
        return
    notice = by_hand.switch(turn.session, row, bool(press.on), here(turn), offsets(turn), turn.now)
    if notice is None and (row.state == CONFIRMED) != bool(press.on):
        turn.toast("button-outdated")
        return
    count = tell_promoted(turn, row, by_hand.fit(turn.session, row, row.capacity, turn.now), notice)
    count += tell(turn, notice) if press.tell else 0
    t = turn.t
    done = t("event-on" if press.on else "event-off", name=staff(turn).name, count=count)
    other = Button(t.plain("event-off-button" if press.on else "event-on-button"), AskSwitch(row.id, 1 - press.on))
    turn.replace_html("\n".join([done, *_about(turn, row)]), [[other]])


def _step(row: Occurrence, on: int) -> Step:
    return Step(compare.BACK if on else compare.CALLED_OFF, "", row, None)


def _coming(turn: Turn, occurrence_id: int) -> Occurrence | None:
    row = turn.session.get(Occurrence, occurrence_id, with_for_update=True)
    if row is None or row.starts_at <= turn.now:
        turn.toast("event-gone")
        return None
    return row


def _about(turn: Turn, row: Occurrence) -> list[Html]:
    about = EventMessages(turn.services.settings.zone).about(turn.t, row, turn.now)
    return [turn.t("event-what", what=row.title), about]
