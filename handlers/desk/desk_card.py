"""The card of a ticket: what staff read at the top of its topic, its buttons, and the topic's name."""

from __future__ import annotations

from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from bot.desk import silence
from bot.desk.names import clean, cut
from bot.desk.states import State
from bot.desk.ticket import SILENCE, SOLVED
from bot.desk.tickets import TicketView
from bot.knowledge import theme_names
from bot.texts import Texts, when
from bot.texts.render import Html, Value
from handlers.desk.desk_presses import Claim, Done, Look, MakeEntry, Release, Reopen, SendSuggestion, ShowCard, Wake
from handlers.desk.reply_presses import AddToSuggestion
from handlers.desk.ticket_presses import CloseWhy, More, Unmerge
from handlers.presses import Button, Rows

# conversations.md: a topic's name is at most 40 characters and begins with the state.
LONGEST_TOPIC = 40
# A longer question is shown whole below the card: a card must fit in one message, and on a phone.
LONGEST_QUESTION = 1200
LONGEST_BEFORE = 150
SUGGESTIONS = 2
# Kinds that are spoken.
SPOKEN = ("voice", "video_note")
NONE = "none"


def who(name: str | None) -> str:
    """A name as the texts take it: `none` when there is none to show."""
    return name or NONE


def card_html(
    t: Texts,
    ticket: TicketView,
    zone: ZoneInfo,
    earlier: int,
    place: str | None,
    gave: str | None,
    like: Html | None = None,
) -> Html:
    """The card as it is now. `earlier`: tickets the asker had before; `gave`: the question of the bot's answer;
    `like`: which open tickets ask the same."""
    title = _title(t, ticket, zone)
    if ticket.state in (State.WITHDRAWN, State.MERGED):
        return title
    lines: list[str] = [
        title,
        _asker(t, ticket, earlier, place),
        *_question(t, ticket),
        *_happened(t, ticket, zone, gave),
    ]
    if ticket.is_open:
        lines += [*_suggestions(t, ticket), *([like] if like else []), t("staff-card-how", name=who(ticket.name))]
    return Html("\n".join(lines))


def card_rows(t: Texts, ticket: TicketView) -> Rows:
    """The buttons of the card: what can be done now."""
    if ticket.state is State.MERGED:
        return [[Button(t.plain("merge-undo-button"), Unmerge(ticket.id))]]
    if ticket.state is State.WITHDRAWN:
        return []
    if ticket.state is State.CLOSED:
        learn = [[Button(t.plain("faq-make-button"), MakeEntry(ticket.id))]] if ticket.answered_at is not None else []
        return [*learn, [Button(t.plain("staff-reopen-button"), Reopen(ticket.id))]]
    looks = [
        Button(t.plain("staff-look-button", number=str(n + 1)), Look(ticket.id, n))
        for n in range(len(_suggested(ticket)))
    ]
    done = Button(t.plain("staff-done-button"), Done(ticket.id))
    if ticket.state is State.NEW:
        first = [Button(t.plain("staff-claim-button"), Claim(ticket.id))]
        first += [done] if ticket.answered_at is not None else []
    elif ticket.state is State.SNOOZED:
        first = [Button(t.plain("ticket-wake-button"), Wake(ticket.id)), done]
    else:
        first = [Button(t.plain("staff-release-button"), Release(ticket.id)), done]
    more = Button(t.plain("ticket-more-button"), More(ticket.id))
    if looks:
        return [first, [*looks, more]]
    return [[*first, more]]


def sure_rows(t: Texts, ticket: TicketView) -> Rows:
    """Under "Toch afronden?"."""
    back = Button(t.plain("staff-not-sure-button"), ShowCard(ticket.id))
    return [[back, Button(t.plain("staff-sure-button"), CloseWhy(ticket.id))]]


def preview_rows(t: Texts, ticket: TicketView, number: int) -> Rows:
    """Under the preview of a suggestion."""
    send = Button(t.plain("staff-send-button"), SendSuggestion(ticket.id, number))
    add = Button(t.plain("add-line-button"), AddToSuggestion(ticket.id, number))
    return [[send, add, Button(t.plain("staff-back-button"), ShowCard(ticket.id))]]


def topic_name(t: Texts, ticket: TicketView) -> str:
    """At most 40 characters, first the word that says the state; then the theme, once staff said which it is."""
    state, about = _state_word(t, ticket), subject(t, ticket)
    if ticket.theme is not None and ticket.theme_sure and ticket.urgent is None:
        about = f"{theme_names.in_language(ticket.theme, t.language)}: {about}"
    return f"{state} · {cut(about, LONGEST_TOPIC - len(state) - 3)}"


def _state_word(t: Texts, ticket: TicketView) -> str:
    if ticket.urgent is not None and ticket.is_open:
        return t.plain("staff-topic-urgent")
    match ticket.state:
        case State.NEW:
            return t.plain("staff-topic-new" if ticket.released_name is None else "staff-topic-free")
        case State.WAITING:
            return t.plain("ticket-topic-waiting", by=who(ticket.claimed_name))
        case State.SNOOZED:
            return t.plain("ticket-topic-snoozed")
        case State.CLOSED:
            return t.plain("staff-topic-closed")
        case State.WITHDRAWN:
            return t.plain("staff-topic-withdrawn")
        case State.MERGED:
            return t.plain("ticket-topic-merged")
    return t.plain("staff-topic-claimed", by=who(ticket.claimed_name))


def subject(t: Texts, ticket: TicketView) -> str:
    """What the question is about, for staff."""
    if ticket.urgent is not None:
        return t.plain("staff-subject-message", name=who(ticket.name))
    if ticket.subject:
        return ticket.subject
    if ticket.kind == "text":
        return t.plain("staff-subject-none", name=who(ticket.name))
    return t.plain("staff-subject-media", kind=ticket.kind, name=who(ticket.name))


def is_cut(ticket: TicketView) -> bool:
    """Whether the question is too long for the card."""
    return len(ticket.text) > LONGEST_QUESTION


def _title(t: Texts, ticket: TicketView, zone: ZoneInfo) -> Html:
    values: dict[str, Value] = {"number": str(ticket.id), "name": who(ticket.name)}
    by = who(ticket.claimed_name)
    opened = when.moment(ticket.opened_at.astimezone(zone), t.language)
    match ticket.state:
        case State.NEW if ticket.released_name is None:
            return t("staff-card-new", **values, when=opened)
        case State.NEW:
            return t("staff-card-free", **values, by=who(ticket.released_name))
        case State.CLOSED if ticket.close_reason in (SILENCE, SOLVED):
            ended = when.moment((ticket.closed_at or ticket.opened_at).astimezone(zone), t.language)
            name = "silence-card-closed" if ticket.close_reason == SILENCE else "silence-card-solved"
            return t(name, **values, when=ended)
        case State.CLOSED:
            closed = when.clock((ticket.closed_at or ticket.opened_at).astimezone(zone), t.language)
            reason = ticket.close_reason or "none"
            return t("staff-card-closed", **values, by=who(ticket.closed_name), clock=closed, reason=reason)
        case State.WITHDRAWN:
            return t("staff-card-withdrawn", **values)
        case State.MERGED:
            return t("ticket-card-merged", **values, other=str(ticket.merged_into))
        case State.WAITING:
            return t("ticket-card-waiting", **values, by=by, when=opened)
        case State.SNOOZED if ticket.snoozed_until is not None:
            until = when.moment(ticket.snoozed_until.astimezone(zone), t.language)
            return t("ticket-card-snoozed", **values, by=by, when=until)
    if ticket.handed_name is not None:
        return t("ticket-card-handed", **values, by=by, giver=who(ticket.handed_name))
    return t("staff-card-claimed", **values, by=by, when=opened)


def _asker(t: Texts, ticket: TicketView, earlier: int, place: str | None) -> str:
    before = t("staff-card-earlier", count=earlier) if earlier else t("staff-card-first")
    parts = [t("staff-Asker", name=who(ticket.name)), *([escape(place, quote=False)] if place else []), before]
    if ticket.theme is not None:
        theme = theme_names.in_language(ticket.theme, t.language)
        parts.append(t("theme-card", theme=theme, sure="yes" if ticket.theme_sure else "no"))
    if ticket.language != t.language:
        parts.append(t("staff-card-writes", language=ticket.language))
    if ticket.kind in SPOKEN and ticket.seconds is not None:
        parts.append(t("staff-card-voice", kind=ticket.kind, seconds=ticket.seconds))
    elif ticket.kind != "text":
        parts.append(t("staff-card-media", kind=ticket.kind))
    return " · ".join(parts)


def _question(t: Texts, ticket: TicketView) -> list[str]:
    lines: list[str] = [t("staff-card-about", about=ticket.about)] if ticket.about is not None else []
    if ticket.text:
        lines.append(t("staff-card-question", question=cut(ticket.text, LONGEST_QUESTION)))
    if is_cut(ticket):
        lines.append(t("staff-card-more-below"))
    if ticket.kind in SPOKEN:
        lines.append(t("staff-card-speaks", name=who(ticket.name)))
    return lines


def _happened(t: Texts, ticket: TicketView, zone: ZoneInfo, gave: str | None) -> list[str]:
    name = who(ticket.name)
    lines: list[str] = []
    if ticket.edited_at is not None and ticket.first_text is not None:
        changed = when.clock(ticket.edited_at.astimezone(zone), t.language)
        lines.append(t("staff-card-changed", clock=changed, before=shown_before(ticket.first_text)))
    if gave is not None:
        lines.append(t("staff-card-gave", question=gave))
    if ticket.reopened is not None and ticket.is_open:
        lines.append(t("staff-card-reopened", how=ticket.reopened, name=name))
    if ticket.answered_at is not None:
        lines.append(t("staff-card-answered", by=who(ticket.answered_name)))
    if silence.was_asked(ticket) and ticket.state in silence.QUIET and ticket.quiet_since is not None:
        since = when.day(ticket.quiet_since.astimezone(zone).date(), t.language)
        lines.append(t("silence-card-asked", name=name, since=since))
    if ticket.rating is not None:
        lines.append(t("staff-card-rating", rating=ticket.rating, name=name))
    if ticket.remark is not None:
        lines.append(t("staff-card-remark", name=name, remark=cut(ticket.remark, LONGEST_BEFORE)))
    return ["", *lines] if lines else []


def _suggestions(t: Texts, ticket: TicketView) -> list[str]:
    found = [
        t("staff-card-suggestion", number=str(n), question=question, percent=str(round(score * 100)))
        for n, (_, question, score) in enumerate(_suggested(ticket), 1)
    ]
    return ["", t("staff-card-like"), *found] if found else [""]


def _suggested(ticket: TicketView) -> list[list[Any]]:
    """Suggestions are of use until there is an answer."""
    return [] if ticket.answered_at is not None else (ticket.suggestions or [])[:SUGGESTIONS]


def shown_before(text: str) -> str:
    """What a message said before, short and on one line."""
    return cut(clean(text), LONGEST_BEFORE)
