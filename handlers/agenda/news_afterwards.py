"""News that was delivered: its report, taking it back, putting it right (conversation 18)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.agenda import deliveries, news, news_after, news_polls
from bot.agenda.news import Content, Message
from bot.telegram.outcomes import Outcome, Result
from bot.texts import texts, when
from handlers.agenda import delivery_sheet, news_content, news_sending, news_view
from handlers.agenda.members_away import AwayAnew
from handlers.agenda.news_presses import AskBack, Better, Fix, KeepAsIs, Progress, ReportFile, TakeBack
from handlers.agenda.news_view import SENT_ONCE
from handlers.front import Front
from handlers.presses import Button
from handlers.topics_of import replied_to
from handlers.turn import Attachment, Turn
from storage.news import News
from storage.outbox import OutboxRow
from storage.sending import Outgoing

# The purpose of the message that asks for better words; its ref is the news' id.
ASKED = "news-better"


def register(front: Front) -> None:
    """Its buttons."""
    front.press(ReportFile, report, staff=True)
    front.press(AskBack, ask_back, staff=True)
    front.press(TakeBack, take_back, staff=True)
    front.press(Better, ask_better, staff=True)
    front.press(Fix, fix, staff=True)
    front.press(KeepAsIs, keep_as_is, staff=True)


def report(turn: Turn, press: ReportFile) -> None:
    """[ Rapport ]: what came of it in words, and each delivery in a file."""
    found = news_view.pressed(turn, press.news, SENT_ONCE)
    if found is None:
        return
    t, zone = turn.t, turn.services.settings.zone
    file = delivery_sheet.to_csv(t, deliveries.of(turn.session, news.PURPOSE, found.id, turn.now), zone)
    how_far = news.progress(turn.session, found.id, turn.now)
    lines = [news_view.ended(t, how_far, turn.services, turn.now)]
    lines += news_view.in_words(t, news_polls.votes(turn.session, found))
    away = deliveries.unreachable(turn.session)
    if away:
        blocked = sum(one.state == deliveries.BLOCKED for one in away)
        lines.append(t("news-unreachable", count=len(away), blocked=blocked, gone=len(away) - blocked))
    name = t.plain("news-report-name", number=str(found.id))
    rows = [[Button(t.plain("members-button"), AwayAnew())]] if away else None
    turn.say_file(Attachment(f"{name}.csv", "text/csv", file), "\n".join(lines), rows)


def ask_back(turn: Turn, press: AskBack) -> None:
    """[ Haal weg ]: at how many people, and until when."""
    found = news_view.pressed(turn, press.news, news_after.DELIVERED)
    if found is None:
        return
    t, there = turn.t, news_after.reachable(turn.session, found.id, turn.now)
    better = Button(t.plain("news-better-ask-button"), Better(found.id))
    choices = [better] if news_after.fixable(Content.of(found)) else []
    keep = Button(t.plain("news-not-button"), Progress(found.id))
    if not there.count or there.until is None:
        return news_view.ask_pressed(turn, found, t("news-back-too-late"), [choices, [keep]] if choices else [[keep]])
    local = there.until.astimezone(turn.services.settings.zone)
    take = Button(t.plain("news-take-button", count=there.count), TakeBack(found.id))
    text = t("news-back-asked", count=there.count, until=when.moment(local, t.language))
    news_view.ask_pressed(turn, found, text, [[take, *choices], [keep]])


def take_back(turn: Turn, press: TakeBack) -> None:
    """[ Haal weg bij 147 ]"""
    found = news_view.pressed(turn, press.news, news_after.DELIVERED)
    if found is not None:
        news_after.take_back(turn.session, found, turn.now)
        news_view.show_pressed(turn, found)


def ask_better(turn: Turn, press: Better) -> None:
    """[ Verbeter ]: what should it say?"""
    found = news_view.pressed(turn, press.news, news_after.DELIVERED)
    if found is not None:
        news_view.show_pressed(turn, found)
        turn.say_html(turn.t("news-better-asked"), purpose=ASKED, ref=found.id)


def on_reply(turn: Turn) -> bool:
    """A reply to what [ Verbeter ] asked: True, and staff see how it becomes. False: it is something else."""
    replied = replied_to(turn.message)
    found = _asked(turn.session, turn.chat.id, replied.message_id) if replied is not None else None
    if found is None:
        return False
    what, text = Content.of(found), turn.message.text
    most = news_content.LONGEST_TEXT if what.kind == news_content.TEXT else news_content.LONGEST_CAPTION
    if not text:
        turn.say("news-better-text-only")
    elif news_content.units(text) > most:
        turn.say("news-too-long", None, length=news_content.units(text), most=most)
    else:
        entities = [entity.to_dict() for entity in turn.message.entities]
        better = news_after.fixed(what, text, entities)
        news_after.propose(found, better)
        news_sending.show_as_received(turn, found, better)
        count = news_after.delivered(turn.session, found.id)
        go = Button(turn.t.plain("news-fix-button", count=count), Fix(found.id, found.version))
        keep = Button(turn.t.plain("news-not-button"), KeepAsIs(found.id))
        turn.say("news-becomes", [[go], [keep]], count=count)
    return True


def fix(turn: Turn, press: Fix) -> None:
    """[ Verbeter bij 147 ]: this message shows how far it is from now on."""
    found = news_view.pressed(turn, press.news, news_after.DELIVERED)
    if found is None:
        return
    if found.version != press.version or news_after.proposed(found) is None:
        return turn.toast("button-outdated")
    news_after.fix(turn.session, found, _messages, turn.now)
    news_view.show_pressed(turn, found)


def keep_as_is(turn: Turn, press: KeepAsIs) -> None:
    """[ Niet doen ]"""
    turn.replace("news-kept")


def outcomes() -> Mapping[str, Outcome]:
    """Of an album that arrived we keep which messages it is, of a poll which one."""
    return {news.PURPOSE: _arrived}


def _arrived(session: Session, row: Outgoing, result: Result) -> None:
    if result.ok:
        news_after.keep_copies(session, row.id, result.value)
        if row.ref is not None:
            news_polls.keep(session, row.ref, result.value)


def _messages(what: Content) -> Message:
    return lambda language: news_content.payload(what, texts(language))


def _asked(session: Session, chat_id: int, message_id: int) -> News | None:
    where = (OutboxRow.chat_id == chat_id) & (OutboxRow.message_id == message_id) & (OutboxRow.purpose == ASKED)
    number = session.execute(select(OutboxRow.ref).where(where)).scalar()
    return news.get(session, number, news_after.DELIVERED) if number is not None else None
