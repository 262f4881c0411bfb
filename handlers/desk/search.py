"""/zoek: old questions and their answers; and the other questions of the same asker."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from telegram import Message
from telegram.ext import filters

from bot.desk import search, tickets
from bot.desk.names import clean, cut
from bot.desk.search import Search
from bot.desk.states import State
from bot.desk.ticket import TicketView
from bot.texts import Texts, parts, when
from bot.texts.render import Html
from handlers.desk import desk_card
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.search_presses import Earlier, FoundPage, FoundTicket
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn, text_payload
from storage.desk import Ticket

A_PAGE = 5
LONGEST_SUBJECT, LONGEST_WORDS = 60, 40
# Of what was said a ticket shows so much, in UTF-16 units; and so many answers, the last ones.
LONGEST_QUESTION, LONGEST_ANSWER, ANSWERS = 800, 900, 2
COMMAND = r"^/(?:zoek|search)(?:@\w+)?(?:\s|$)"


def register(front: Front) -> None:
    """The command, in both languages, and its buttons."""

    async def fetch(message: Message) -> list[int]:
        language = front.services.settings.locale.language
        return await front.services.db.read(search.look_up, _words(message), language)

    front.staff_fetched(filters.UpdateType.MESSAGE & filters.Regex(COMMAND), fetch, command)
    front.press(FoundPage, page, staff=True)
    front.press(FoundTicket, show, staff=True)
    front.press(Earlier, earlier, staff=True)


def command(turn: Turn, found: list[int]) -> None:
    """/zoek and words: what has them, in the question or in the answer."""
    words = _words(turn.message)
    if not words:
        turn.say("search-how")
        return
    kept = search.keep(turn.session, words, found, turn.now)
    html, rows = _page(turn, kept, 0)
    turn.say_html(html, rows, disable_notification=True)


def page(turn: Turn, press: FoundPage) -> None:
    """[ Volgende ], [ Vorige ], [ Terug ]"""
    kept = search.get(turn.session, press.search)
    if kept is None:
        return turn.toast("search-old")
    turn.replace_html(*_page(turn, kept, press.page))


def show(turn: Turn, press: FoundTicket) -> None:
    """[ Bekijk 2 ]: the question and what was answered."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None:
        return turn.toast("search-old")
    back = Button(turn.t.plain("staff-back-button"), FoundPage(press.search, press.page))
    address = StaffGroup.of(turn).address(ticket)
    row = [Button(turn.t.plain("search-go-button"), url=address)] if address is not None else []
    turn.replace_html(_whole(turn, ticket), [[*row, back]])


def earlier(turn: Turn, press: Earlier) -> None:
    """[ Eerdere vragen ] of a card: a list below it, without a sound. The card becomes itself again."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    found = search.of_asker(turn.session, ticket) if ticket is not None else []
    if ticket is None or not found:
        return turn.toast("search-none-earlier")
    group = StaffGroup.of(turn)
    kept = search.keep(turn.session, "", found, turn.now, ticket.member_id)
    group.call(ticket, "sendMessage", text_payload(*_page(turn, kept, 0)), False)
    group.refresh(ticket)


def _page(turn: Turn, kept: Search, number: int) -> tuple[Html, Rows]:
    """A page of what was found, from 0; a page that is gone by now is the first."""
    t, found = turn.t, search.shown(turn.session, kept.found)
    words = cut(kept.words, LONGEST_WORDS)
    if not found:
        return t("search-none", words=words), []
    number = number if 0 <= number * A_PAGE < len(found) else 0
    first = number * A_PAGE
    on_page = found[first : first + A_PAGE]
    of = {"first": str(first + 1), "last": str(first + len(on_page))}
    if kept.member_id is not None:
        title = t("search-title-asker", count=len(found), name=who(found[0].name), **of)
    else:
        title = t("search-title", count=len(found), words=words, **of)
    lines = [title, *(_line(turn, ticket, n) for n, ticket in enumerate(on_page, first + 1))]
    return Html("\n".join(lines)), _rows(t, kept, on_page, first, more=first + A_PAGE < len(found))


def _rows(t: Texts, kept: Search, on_page: list[TicketView], first: int, more: bool) -> Rows:
    number = first // A_PAGE
    looks = [
        Button(t.plain("staff-look-button", number=str(n)), FoundTicket(kept.id, ticket.id, number))
        for n, ticket in enumerate(on_page, first + 1)
    ]
    pages = [Button(t.plain("queue-previous-button"), FoundPage(kept.id, number - 1))] if number else []
    pages += [Button(t.plain("queue-next-button"), FoundPage(kept.id, number + 1))] if more else []
    return [row for row in (looks[:3], looks[3:], pages) if row]


def _line(turn: Turn, ticket: TicketView, number: int) -> Html:
    """One ticket on one line; its number is a link to its card where Telegram has links."""
    t, address = turn.t, StaffGroup.of(turn).address(ticket)
    shown = Html(f'<a href="{address}">{ticket.id}</a>' if address is not None else ticket.id)
    subject = cut(clean(ticket.text), LONGEST_SUBJECT) or desk_card.subject(t, ticket)
    when_ = _day(turn, ticket)
    return t(
        "search-line",
        place=str(number),
        number=shown,
        subject=subject,
        name=who(ticket.name),
        state=_state(ticket),
        day=when_,
    )


def _whole(turn: Turn, ticket: TicketView) -> Html:
    t = turn.t
    values = {"number": str(ticket.id), "name": who(ticket.name), "state": _state(ticket), "day": _day(turn, ticket)}
    lines = [t("search-shown", **values)]
    if ticket.text:
        lines.append(t("staff-card-question", question=cut(ticket.text, LONGEST_QUESTION)))
    said = search.answers(turn.session, ticket.id)
    if not said:
        lines.append(t("search-no-answer"))
    for by, html in said[-ANSWERS:]:
        head, more = parts.head(html, LONGEST_ANSWER)
        lines += [Html(""), t("search-answer", by=who(by), answer=Html(f"{head} (…)") if more else head)]
    return Html("\n".join(lines))


def _state(ticket: TicketView) -> str:
    if ticket.is_open:
        return "open"
    return "done" if ticket.state is State.CLOSED else "gone"


def _day(turn: Turn, ticket: TicketView) -> str:
    zone: ZoneInfo = turn.services.settings.zone
    today = turn.now.astimezone(zone).date()
    return when.day(ticket.opened_at.astimezone(zone).date(), turn.t.language, today)


def _words(message: Message) -> str:
    return clean((message.text or "").partition(" ")[2])
