"""The file of /mijngegevens: a page that a person can read; what a computer reads stands in it too, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from html import escape

import orjson

from bot.agenda.choices import Kind
from bot.desk.messages import CARD
from bot.privacy.holdings import AskedOnce, Attending, Conversation, Holdings, Message
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.services import Services
from storage.attachments import Attachment

STYLE = (
    "body{font:18px/1.5 sans-serif;max-width:40em;margin:1em auto;padding:0 1em;color:#111;background:#fff}"
    "h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em}h3{font-size:1em;margin-bottom:0}"
    "blockquote{margin:.3em 0 .8em;padding:.2em .8em;border-left:4px solid #999}"
)


def html_file(services: Services, t: Texts, found: Holdings, now: datetime) -> Attachment:
    """The file, made now."""
    parts = [
        *_about(services, t, found, now),
        f"<h2>{t('my-data-asked', count=len(found.asked))}</h2>",
        *(_asked(services, t, one) for one in found.asked),
        f"<h2>{t('my-data-talks', count=len(found.conversations))}</h2>",
        *(line for one in found.conversations for line in _conversation(services, t, one)),
    ]
    title = t("my-data-title", network=services.settings.network.name)
    # "<" would end the script; JSON may write it so.
    kept = orjson.dumps(asdict(found), option=orjson.OPT_INDENT_2, default=list).decode().replace("<", "\\u003c")
    page = (
        f'<!DOCTYPE html>\n<html lang="{t.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style></head>\n'
        f"<body><h1>{title}</h1>\n" + "\n".join(parts) + "\n"
        f'<script type="application/json" id="data">{kept}</script>\n</body></html>\n'
    )
    return Attachment(t.plain("my-data-file-name"), "text/html", page.encode())


def _about(services: Services, t: Texts, found: Holdings, now: datetime) -> Iterable[str]:
    mine, none = found.choices, t.plain("my-data-none")
    places = t.plain("my-data-all") if mine.all_places else ", ".join(mine.places) or none
    themes = t.plain("my-data-all") if mine.all_themes else ", ".join(mine.themes) or none
    kinds = ", ".join(t.plain("my-data-kind", kind=kind) for kind in Kind if kind in mine.kinds) or none
    lines = [
        t("my-data-made", when=_moment(services, t, now)),
        t("my-data-name", name=found.first_name or none, username=found.username or "none"),
        t("my-data-number", number=str(found.id)),
        t("my-data-language", language=found.language),
        t("my-data-since", when=_moment(services, t, found.since)),
        t("my-data-choices", places=places, themes=themes, kinds=kinds),
    ]
    if mine.quiet.begins is not None and mine.quiet.until is not None:
        lines.append(t("my-data-quiet", begins=_clock(t, mine.quiet.begins), until=_clock(t, mine.quiet.until)))
    if mine.stopped_at is not None:
        lines.append(t("my-data-stopped", when=_moment(services, t, mine.stopped_at)))
    lines += [_attending(t, one) for one in found.attending]
    if found.blocked is not None:
        lines.append(t("my-data-blocked", reason=found.blocked))
    return [f"<p>{line}</p>" for line in lines]


def _attending(t: Texts, one: Attending) -> Html:
    day = f"{when.day(one.starts.date(), t.language)} {one.starts.year}"
    return t("my-data-attending", title=one.title, day=day, answer=one.answer, people=one.people)


def _clock(t: Texts, minutes: int) -> str:
    return when.clock(datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes), t.language)


def _asked(services: Services, t: Texts, one: AskedOnce) -> str:
    entry = services.knowledge.entry(one.entry_id) if one.entry_id is not None else None
    answer = t("my-data-answer", question=entry.told_in(t.language).question) if entry is not None else ""
    head = f"<h3>{_moment(services, t, one.at)}</h3>"
    return f"{head}<blockquote>{_lines(escape(one.text))}</blockquote><p>{answer}</p>"


def _conversation(services: Services, t: Texts, one: Conversation) -> Iterable[str]:
    opened = _moment(services, t, one.at)
    yield f"<h3>{t('my-data-talk', number=str(one.number), when=opened, state=one.state)}</h3>"
    if one.text and not any(message.theirs and message.html for message in one.messages):
        yield f"<blockquote>{_lines(escape(one.text))}</blockquote>"
    for message in one.messages:
        yield _message(services, t, message)
    if one.rating is not None:
        yield f"<p>{t('my-data-rating', rating=one.rating, remark=one.remark or 'none')}</p>"


def _message(services: Services, t: Texts, message: Message) -> str:
    by = t("my-data-you") if message.theirs else t("my-data-by", by=services.signed(message.by))
    html = escape(message.html) if message.html and message.kind == CARD else message.html  # a card keeps plain text
    said = Html(html) if html else t("my-data-media", kind=message.kind)
    return f"<p>{by}, {_moment(services, t, message.at)}</p><blockquote>{_lines(said)}</blockquote>"


def _moment(services: Services, t: Texts, at: datetime) -> str:
    local = at.astimezone(services.settings.zone)
    return f"{when.day(local.date(), t.language, None)} {local.year}, {when.clock(local, t.language)}"


def _lines(html: str) -> str:
    return html.replace("\n", "<br>")
