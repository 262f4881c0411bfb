"""News to everyone who wants it: reply to a message with /nieuws, choose who gets it, see it as it arrives
(conversation 18). Who: news_audience; seeing and sending: news_sending; how far it is: news_progress;
votes in a poll: news_votes."""

from __future__ import annotations

from telegram.ext import filters

from bot.agenda import albums, news
from bot.agenda.news import Content
from handlers.agenda import news_afterwards, news_audience, news_content, news_progress, news_sending, news_votes
from handlers.agenda.news_audience import draft, view
from handlers.agenda.news_content import Unsendable
from handlers.agenda.news_presses import Drop
from handlers.front import Front
from handlers.topics_of import replied_to
from handlers.turn import Turn
from storage.news import DRAFT, LEAVING


def register(front: Front) -> None:
    """The command and its buttons."""
    front.staff_command("nieuws", ask)
    front.message(filters.ChatType.PRIVATE & filters.Regex(r"^/nieuws\b"), only_in_group)
    front.press(Drop, drop, staff=True)
    for part in (news_audience, news_sending, news_progress, news_afterwards, news_votes):
        part.register(front)


def only_in_group(turn: Turn) -> None:
    """/nieuws in private does nothing, and says so."""
    turn.say("news-only-in-group")


def ask(turn: Turn) -> None:
    """Who gets this?"""
    message = replied_to(turn.message)
    if message is None:
        turn.say("news-how")
        return
    try:
        what = news_content.content(turn.session, message)
    except Unsendable as why:
        turn.say(why.text, None, **why.values)
        return
    made = news.draft(turn.session, (message.chat_id, message.message_id), what, turn.user.id, turn.now)
    text, rows = view(turn, made)
    if not rows:
        news.drop(made)
    turn.say_html(text, rows or None)


def drop(turn: Turn, press: Drop) -> None:
    """It is not sent."""
    found = news.get(turn.session, press.news, (DRAFT, LEAVING))
    if found is None:
        draft(turn, press.news)
        return
    news.drop(found)
    turn.replace("news-dropped")


def note_album(turn: Turn) -> None:
    """Keep a part of an album that staff put in the group: it may become news."""
    try:
        part = news_content.part(turn.message)
    except Unsendable:  # what is too long is told when someone wants to send it
        return
    if part is not None and turn.message.media_group_id:
        where = turn.chat.id, turn.message.message_id
        albums.note(turn.session, where, turn.message.media_group_id, part, turn.now)


def follow(turn: Turn) -> None:
    """Staff changed their message: what was not sent yet says the new words, and is looked at again."""
    note_album(turn)
    for found in news.drafts_of(turn.session, turn.chat.id, turn.message.message_id):
        try:
            what: Content = news_content.content(turn.session, turn.message)
        except Unsendable as why:
            turn.say(why.text, None, **why.values)
            return
        news.rewrite(found, what)
        text, rows = view(turn, found)
        turn.say_html(turn.t("news-changed") + "\n" + text, rows or None)
