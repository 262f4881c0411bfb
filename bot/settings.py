"""What can be set, section by section: names, limits and defaults. bot.config reads it from a file.

Each key is explained in config.example.toml.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

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
    """The group in which staff answer."""

    chat_id: int = Field(0, lt=1)


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
    """What Telegram allows, with room for the network's jitter."""

    messages_per_second: float = Field(30, gt=0, le=10_000)
    messages_per_chat: int = Field(3, ge=1, le=1000)
    messages_per_group_minute: int = Field(20, ge=1, le=10_000)
    jitter_seconds: float = Field(0.05, ge=0, le=5)
    in_flight: int = Field(8, ge=1, le=64)


class Faq(_Section):
    """The answers to begin with, and questions by which a new version is tried before it is imported."""

    source: Path = CONTENT / "faq.nl.yaml"
    questions: Path | None = None


class Events(_Section):
    """When reminders go out, and the places and themes that members choose from."""

    region: Path = CONTENT / "region.yaml"
    reminders_minutes_before: tuple[Annotated[int, Field(ge=0, le=60 * 24 * 60)], ...] = (1440, 120)


class Safety(_Section):
    """Words of crisis with the numbers of help lines."""

    crisis: Path = CONTENT / "crisis.nl.yaml"


class Conversation(_Section):
    """How the bot talks. `patience_seconds`: how long an unsure reply waits for more; 0: not at all."""

    patience_seconds: float = Field(3, ge=0, le=30)
    messages_per_minute: int = Field(30, ge=5, le=10_000)


class Network(_Section):
    """Who runs the helpdesk, as people know it."""

    name: str = Field("Omzien naar Elkaar", min_length=1, max_length=60)
    region: str = Field("de provincie Utrecht", min_length=1, max_length=60)


class Web(_Section):
    """A small page for machines: /healthz. Port 0 switches it off in polling mode."""

    listen: str = "127.0.0.1"
    port: Port = 0


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
    web: Web = Web()
    clock: ClockSettings = ClockSettings()

    @property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.locale.time_zone)
