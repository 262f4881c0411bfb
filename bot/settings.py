"""What can be set, section by section: names, limits and defaults. bot.config reads it from a file.

Each key is explained in config.example.toml.
"""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

CONTENT = Path(__file__).parent / "content"
TELEGRAM = "https://api.telegram.org"

Port = Annotated[int, Field(ge=0, le=65535)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Webhook(_Section):
    """Where Telegram delivers updates, when it does not wait for us to fetch them."""

    url: str = ""
    listen: str = "127.0.0.1"
    port: Port = 8443
    secret: str = Field("", max_length=256, pattern=r"^[A-Za-z0-9_-]*$", repr=False)


class Telegram(_Section):
    """The bot's account."""

    token: str = Field("", repr=False)
    token_file: Path | None = None
    api_url: str = Field(TELEGRAM, pattern=r"^https?://[^\s/]+\S*$")
    mode: Literal["polling", "webhook"] = "polling"
    webhook: Webhook = Webhook()

    @field_validator("api_url")
    @classmethod
    def _no_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("token")
    @classmethod
    def _looks_like_a_token(cls, value: str) -> str:
        number, _, rest = value.partition(":")
        if value and not (number.isdigit() and rest and not any(c.isspace() or c == "/" for c in rest)):
            raise ValueError("is not a bot token: it looks like 123456789:AAE…; @BotFather gives it")
        return value


class Staff(_Section):
    """The group in which staff answer. `show_names`: whether askers see who of them answers."""

    chat_id: int = Field(0, lt=1)
    show_names: bool = True
    overview: bool = True


class Storage(_Section):
    """Where everything is kept."""

    url: str = ""


class Locale(_Section):
    """Language and time of the network."""

    language: Literal["nl", "en"] = "nl"
    time_zone: str = "Europe/Amsterdam"

    @field_validator("time_zone")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError(f"'{value}' is not a known time zone; use a name as Europe/Amsterdam") from None
        return value


class Limits(_Section):
    """What Telegram allows, with a margin."""

    messages_per_second: float = Field(30, gt=0, le=10_000)
    messages_per_chat: int = Field(3, ge=1, le=1000)
    messages_per_group_minute: int = Field(20, ge=1, le=10_000)
    jitter_seconds: float = Field(0.005, ge=0, le=5)
    in_flight: int = Field(8, ge=1, le=64)


class Faq(_Section):
    """The answers to begin with, and questions by which a new version is tried before it is imported."""

    source: Path = CONTENT / "faq.nl.yaml"
    questions: Path | None = None


class Events(_Section):
    """When reminders go out, the places and themes that members choose from, and calendars that are followed.

    `feed_minutes`: how often those are looked at; `feeds_private`: also on addresses inside one's own network.
    """

    region: Path = CONTENT / "region.yaml"
    reminders_minutes_before: tuple[Annotated[int, Field(ge=0, le=60 * 24 * 60)], ...] = (10_080, 1440, 120)
    feeds: tuple[str, ...] = Field((), repr=False)
    feed_minutes: int = Field(60, ge=5, le=7 * 24 * 60)
    feeds_private: bool = False

    @field_validator("feeds")
    @classmethod
    def _links(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(not url.strip().lower().startswith(("http://", "https://", "webcal://")) for url in value):
            raise ValueError("holds something that is no link; a link begins with https:// or webcal://")
        return value


class Safety(_Section):
    """Words of crisis with the numbers of help lines."""

    crisis: Path = CONTENT / "crisis.nl.yaml"


class Conversation(_Section):
    """How the bot talks. `patience_seconds`: how long an unsure reply waits for more; 0: not at all.

    `questions_per_day`: so many questions of a person become tickets; what is more goes along with an earlier one.
    """

    patience_seconds: float = Field(3, ge=0, le=30)
    messages_per_minute: int = Field(30, ge=5, le=10_000)
    questions_per_day: int = Field(10, ge=1, le=10_000)


class Network(_Section):
    """Who runs the helpdesk, as people know it."""

    name: str = Field("Omzien naar Elkaar", min_length=1, max_length=60)
    region: str = Field("de provincie Utrecht", min_length=1, max_length=60)
    contact: str = Field("", max_length=80)


class Span(NamedTuple):
    """From when to when people are there: times on the clock of the network's zone."""

    opens: time
    closes: time


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OFFICE = (Span(time(9), time(17)),)


class Hours(_Section):
    """When people of the helpdesk are there. `holidays`: a country of the library `holidays`; "" for none.

    `closed` and `open`: days on which it is otherwise than the rest says; on an `open` day a holiday does not count.
    """

    monday: tuple[Span, ...] = OFFICE
    tuesday: tuple[Span, ...] = OFFICE
    wednesday: tuple[Span, ...] = OFFICE
    thursday: tuple[Span, ...] = OFFICE
    friday: tuple[Span, ...] = OFFICE
    saturday: tuple[Span, ...] = ()
    sunday: tuple[Span, ...] = ()
    holidays: str = "NL"
    closed: tuple[date, ...] = ()
    open: tuple[date, ...] = ()

    @field_validator(*WEEKDAYS, mode="before")
    @classmethod
    def _spans(cls, value: Any) -> Any:
        if not isinstance(value, list | tuple) or any(isinstance(span, Span) for span in value):
            return value
        spans = sorted(_span(text) for text in value)
        for before, later in pairwise(spans):
            if later.opens < before.closes:
                raise ValueError(
                    f"{later.opens:%H:%M} is before {before.closes:%H:%M}: spans of a day may not overlap"
                )
        return tuple(spans)

    @field_validator("holidays")
    @classmethod
    def _known_country(cls, value: str) -> str:
        if value:
            from holidays import list_supported_countries

            if value not in list_supported_countries():
                raise ValueError(f"'{value}' is not a country we know the holidays of; use a code as NL, or nothing")
        return value


def _span(text: object) -> Span:
    try:
        opens, closes = (time.fromisoformat(part.strip()) for part in str(text).split("-"))
    except ValueError:
        raise ValueError(f"'{text}' is not a span of time; write it as 09:00-17:00") from None
    if closes <= opens:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(opens, closes)


class Sla(_Section):
    """When waiting takes too long, in staffed hours; 0: never. `escalate_to`: user ids; none: the coordinators.

    `close_after_days`: after so many days of silence an answered question closes by itself; 0: never.
    """

    nudge_after_hours: float = Field(4, ge=0, le=1000)
    release_after_hours: float = Field(6, ge=0, le=1000)
    escalate_after_hours: float = Field(8, ge=0, le=1000)
    escalate_to: tuple[int, ...] = ()
    promise_tomorrow: bool = False
    solve_within_hours: float = Field(24, ge=0, le=10_000)
    close_after_days: int = Field(10, ge=0, le=365)
    warn_days_before: int = Field(3, ge=1, le=60)

    @field_validator("warn_days_before")
    @classmethod
    def _before_closing(cls, value: int, info: ValidationInfo) -> int:
        closes = info.data.get("close_after_days", 0)
        if closes and value >= closes:
            raise ValueError(f"must be less than close_after_days, which is {closes}")
        return value


class Moment(NamedTuple):
    """A time of the week, on the clock of the network's zone; Monday is 0."""

    weekday: int
    at: time


class Report(_Section):
    """When the staff group gets last week's report: a day and a time, as "mon 09:00". None: never."""

    digest: Moment | None = Moment(0, time(9))

    @field_validator("digest", mode="before")
    @classmethod
    def _moment(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        day, _, clock = value.strip().casefold().partition(" ")
        days = [name for name in WEEKDAYS if len(day) >= 2 and name.startswith(day)]
        try:
            return Moment(WEEKDAYS.index(days[0]), time.fromisoformat(clock.strip()))
        except (IndexError, ValueError):
            raise ValueError(f"'{value}' is not a day and a time; write it as mon 09:00, or leave it empty") from None


class Privacy(_Section):
    """How long questions, and what was answered, are kept."""

    keep_months: int = Field(12, ge=1, le=120)


class Web(_Section):
    """What others fetch: /healthz for machines, /agenda.ics for calendars. Port 0 switches it off in polling mode.

    `url`: where the calendar can be reached from outside, "https://bot.example.nl"; "": nobody is offered it.
    """

    listen: str = "127.0.0.1"
    port: Port = 0
    url: str = Field("", pattern=r"^(https?://[^\s/]+\S*)?$")

    @field_validator("url")
    @classmethod
    def _no_slash(cls, value: str) -> str:
        return value.rstrip("/")


class ClockSettings(_Section):
    """For the demo and tests only."""

    offset_file: Path | None = None


class Settings(_Section):
    """All settings. Paths are absolute after `load`."""

    telegram: Telegram = Telegram()
    staff: Staff = Staff()
    storage: Storage = Storage()
    locale: Locale = Locale()
    limits: Limits = Limits()
    faq: Faq = Faq()
    events: Events = Events()
    safety: Safety = Safety()
    conversation: Conversation = Conversation()
    network: Network = Network()
    hours: Hours = Hours()
    sla: Sla = Sla()
    report: Report = Report()
    privacy: Privacy = Privacy()
    web: Web = Web()
    clock: ClockSettings = ClockSettings()

    @model_validator(mode="after")
    def _ports_differ(self) -> Settings:
        hook = self.telegram.webhook
        if self.telegram.mode == "webhook" and hook.port and hook.port == self.web.port:
            raise ValueError("web.port: must be another one than telegram.webhook.port; in webhook mode 0 will do")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.locale.time_zone)
