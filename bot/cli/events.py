"""`helpdesk events`: the agenda."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import events_deliveries
from bot.cli.options import ConfigPath, database, fail, now, settings_from, write_file
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bot.agenda.forecast import Forecast
    from bot.agenda.parsed import ParsedCalendar
    from bot.agenda.region import Region
    from bot.agenda.reminders import Planned
    from storage.agenda import Occurrence

app = typer.Typer(help="The agenda: import a calendar, see what is planned.", no_args_is_help=True)

app.command("deliveries")(events_deliveries.deliveries)
app.command("unreachable")(events_deliveries.unreachable)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Do not tell people of what was moved or called off.")]
At = Annotated[str | None, typer.Option(help="As if it were this moment: 2027-03-28T01:30, by the network's clock.")]
# Why someone gets no reminder (bot.agenda.forecast).
WHY = {
    "unreachable": "blocked the bot or left",
    "off": "turned reminders off",
    "no": "said not to come",
    "coming": "did not say to come",
    "place": "chose other places",
    "theme": "chose other themes",
}
Days = Annotated[int, typer.Option(help="How many days ahead.", min=1, max=548)]


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A calendar (.ics) or table (.csv, .xlsx), at most 5 MB.")],
    config: ConfigPath = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Bring the agenda to what a calendar says. Events that are not in it stay. A running bot follows at once."""
    from bot.agenda import changes, imports
    from bot.agenda.imports import ImportResult
    from bot.texts import texts
    from handlers.agenda import calendar_texts
    from handlers.agenda.event_messages import EventMessages
    from handlers.agenda.promoted import tell_of_import

    settings = settings_from(config)
    here, t, moment = _region(settings), texts(settings.locale.language), now(settings)
    parsed = _read(file, settings, moment)
    offsets = settings.events.reminders_minutes_before

    def work(session: Session) -> ImportResult:
        if dry_run:
            return imports.preview(session, parsed, here, moment)
        result = imports.import_calendar(session, parsed, here, offsets, moment)
        tell_of_import(session, result, moment, settings.zone)
        if not quiet:
            changes.announce(session, result.notices, EventMessages(settings.zone).notice, moment, settings.zone)
        return result

    with database(settings) as db:
        result = db.read_now(work) if dry_run else db.write_now(work)
    today = moment.astimezone(settings.zone).date()
    print(t.plain("calendar-import-read", name=file.name, count=result.read))
    print(calendar_texts.summary(t, result, parsed.notes, today, most=100, plain=True))
    if dry_run:
        print(t.plain("calendar-nothing-written"))


@app.command()
def subscribe(url: Annotated[str, typer.Argument(help="The link of a calendar.")], config: ConfigPath = None) -> None:
    """Follow a calendar elsewhere. A running bot reads it within seconds, and says so in the staff group."""
    from bot.agenda import feeds, fetching

    settings = settings_from(config)
    try:
        fetching.normal(url)
    except fetching.FeedRefused:
        fail("This is no link. A link begins with https:// or webcal://.")
    with database(settings) as db:
        db.write_now(feeds.subscribe, url, now(settings))
    print(f"The calendar of {fetching.host(url)} is followed, every {settings.events.feed_minutes} minutes.")


@app.command("list")
def list_(config: ConfigPath = None) -> None:
    """What is coming."""
    from bot.agenda import listing

    settings = settings_from(config)
    with database(settings) as db:
        found = db.read_now(listing.coming, now(settings), 0, 10_000)
    for one in found:
        place = one.place or one.location.rpartition(",")[2].strip()
        print(f"{_when(one)}  {one.state:9}  {place:20}  {one.title}")
    print(f"{len(found)} gatherings to come.")


@app.command()
def preview(config: ConfigPath = None, days: Days = 14, at: At = None) -> None:
    """Which reminders will go out, when, to how many as things are now, and why not to others.

    With --at as if it were that moment: also a night in which the clock changes can be looked at.
    """
    from bot.agenda import forecast, reminders

    settings = settings_from(config)
    moment = now(settings)
    first = _moment(at, settings) if at else moment
    with database(settings) as db:
        found = db.read_now(forecast.between, first, first + timedelta(days=days), moment, settings.zone)
        missed = [] if at else db.read_now(reminders.missed, moment - timedelta(days=days))
    for one in found:
        print(_forecast(one, settings))
    since = f"from {first.astimezone(settings.zone):%a %d %b %Y %H:%M %Z}" if at else "in the coming"
    print(f"{len(found)} reminders {since}{',' if at else ''} {days} days.")
    if missed:
        print(f"Missed in the past {days} days, because the bot was not running:")
        for late in missed:
            print(_reminder(late, settings))


@app.command()
def year(
    file: Annotated[Path, typer.Argument(help="An .ics file.")],
    begins: Annotated[str, typer.Option(help="From when time goes by, as 2026-11-23 or 2026-11-23T08:00.")],
    config: ConfigPath = None,
) -> None:
    """Play a calendar through the clock in an empty database, and print every reminder of it as a table (Markdown)."""
    from bot.agenda import year as played
    from bot.cli.year_table import table

    settings = settings_from(config)
    start, offsets = _moment(begins, settings), settings.events.reminders_minutes_before
    parsed = _read(file, settings, start)
    print(table(played.play(parsed, _region(settings), offsets, start, settings.zone), settings.zone))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to: a name that ends in .csv or .xlsx.")],
    config: ConfigPath = None,
    format_: Annotated[str, typer.Option("--format", help="csv or xlsx, when the name does not say it.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write what is to come to a table, to look at, change and import again."""
    from bot.agenda import event_table

    kind = (format_ or file.suffix.lstrip(".")).lower()
    if kind not in ("csv", "xlsx"):
        fail(f"{file}: the name must end in .csv or .xlsx, or --format must be csv or xlsx.")
    if file.exists() and not force:
        fail(f"{file} exists already: choose another name, or write over it with --force.")
    settings = settings_from(config)
    with database(settings) as db:
        found = db.read_now(event_table.coming, now(settings))
    made = (event_table.to_csv if kind == "csv" else event_table.to_xlsx)(found, settings.zone)
    try:
        file.write_bytes(made)
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}.")
    print(f"{len(found)} gatherings written to {file}.")


@app.command()
def picture(
    month: Annotated[str, typer.Argument(help="As 2027-01.")],
    file: Annotated[Path, typer.Argument(help="Where the PNG goes.")],
    config: ConfigPath = None,
) -> None:
    """Draw a month of the agenda, for a newsletter."""
    from bot.agenda import listing, month_picture
    from bot.texts import texts

    settings = settings_from(config)
    try:
        first = datetime.strptime(month, "%Y-%m").replace(tzinfo=settings.zone).date()
    except ValueError:
        fail(f"'{month}' is not a month; write it as 2027-01.")
    until = (first + timedelta(days=31)).replace(day=1)
    with database(settings) as db:
        found = db.read_now(listing.of_days, first, until, settings.zone)
    t = texts(settings.locale.language)
    write_file(file, month_picture.draw(t, first, found, settings.network.name, settings.zone))
    print(f"{len(found)} gatherings; the picture is {file}.")


def _moment(text: str, settings: Settings) -> datetime:
    """An instant as typed: by the network's clock, unless it says otherwise ("…Z", "…+01:00")."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        fail(f"'{text}' is not a moment; write it as 2027-03-28T01:30, or with a zone as 2027-03-28T00:30Z.")
    return (found if found.tzinfo else found.replace(tzinfo=settings.zone)).astimezone(UTC)


def _forecast(one: Forecast, settings: Settings) -> str:
    lines = [_reminder(one, settings)]
    if one.later and one.last_at is not None:
        until = one.last_at.astimezone(settings.zone)
        lines.append(f"    {one.later} of them after their quiet hours, until {until:%a %d %b %H:%M %Z}")
    if one.silent:
        lines.append(f"    {one.silent} of them without a sound: after their quiet hours would be too late")
    if one.why_not:
        lines.append("    not to: " + ", ".join(f"{count} {WHY[why]}" for why, count in one.why_not.items()))
    return "\n".join(lines)


def _reminder(one: Planned | Forecast, settings: Settings) -> str:
    due = one.due_at.astimezone(settings.zone)
    to = f"{one.recipients} members" if one.recipients != 1 else "1 member"
    return f"{due:%a %d %b %Y %H:%M %Z}  {to:14}  {one.occurrence.title} ({_when(one.occurrence).strip()})"


def _read(file: Path, settings: Settings, moment: datetime) -> ParsedCalendar:
    from bot.agenda import calendar, event_sheet
    from bot.texts import texts
    from handlers.agenda import calendar_texts

    try:
        with file.open("rb") as opened:
            content = opened.read(calendar.MOST_BYTES + 1)
        of_table = file.suffix.lower() in (".csv", ".xlsx")
        reader = event_sheet.read if of_table else calendar.read
        return reader(content, moment, settings.zone)
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}.")
    except calendar.CalendarRefused as refused:
        t = texts(settings.locale.language)
        fail(
            f"{t.plain('calendar-import-refused', name=str(file))}\n"
            f"{calendar_texts.problems(t, refused.problems, most=20, plain=True)}"
        )


def _region(settings: Settings) -> Region:
    from bot.agenda import region

    try:
        return region.load(settings.events.region)
    except region.RegionError as error:
        fail(str(error))


def _when(one: Occurrence) -> str:
    if one.all_day:
        return f"{one.starts_local:%a %d %b %Y} all day"
    return f"{one.starts_local:%a %d %b %Y %H:%M}  "
