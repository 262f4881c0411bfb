"""Settings: a TOML file, overridden by the environment, checked all at once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.config_errors import ConfigError, Mistake, explain

ENVIRONMENT = "HELPDESK_"
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
    network: Network = Network()
    web: Web = Web()
    clock: ClockSettings = ClockSettings()

    @property
    def zone(self) -> ZoneInfo:
        """The network's time zone."""
        return ZoneInfo(self.locale.time_zone)


def load(path: Path | None, environment: Mapping[str, str] = os.environ, for_bot: bool = False) -> Settings:
    """Read the settings.

    `path`: a TOML file, or None for environment and defaults alone. Relative paths in it count from its folder.
    `for_bot`: to talk to Telegram a token and a staff group are needed too.
    Raises ConfigError with every mistake, each by its key.
    """
    values = _file(path) if path else {}
    mistakes = _override(values, environment)
    folder = (path.parent if path else Path()).absolute()
    mistakes += _fetch_token(values, folder)
    if for_bot:
        mistakes += _missing_for_bot(values, mistakes)
    mistakes += _webhook_without_address(values)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise ConfigError(path, [*explain(error), *mistakes]) from None
    if mistakes:
        raise ConfigError(path, mistakes)
    return _resolve(settings, folder)


def _file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(path, [Mistake("", "this file does not exist; copy config.example.toml to it")]) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(path, [Mistake("", f"cannot be read: {error}")]) from None


def _override(values: dict[str, Any], environment: Mapping[str, str]) -> list[Mistake]:
    """HELPDESK_TELEGRAM__WEBHOOK__PORT=8443 sets telegram.webhook.port."""
    mistakes = []
    for name, value in environment.items():
        keys = name.removeprefix(ENVIRONMENT).lower().split("__")
        if not name.startswith(ENVIRONMENT) or len(keys) < 2:
            continue
        section: Any = values
        for key in keys[:-1]:
            section = section.setdefault(key, {}) if isinstance(section, dict) else None
        if isinstance(section, dict):
            section[keys[-1]] = _parse(value)
        else:
            mistakes.append(Mistake(".".join(keys), f"cannot be set by {name}: what is above it is no section"))
    return mistakes


def _get(values: Any, *keys: str) -> Any:
    """A value before it is checked; None when it, or its section, is not there."""
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values


def _fetch_token(values: dict[str, Any], folder: Path) -> list[Mistake]:
    """The token out of its file, unless it is given itself."""
    name = _get(values, "telegram", "token_file")
    if not isinstance(name, str) or not name or _get(values, "telegram", "token"):
        return []
    file = folder / Path(name).expanduser()
    try:
        values["telegram"]["token"] = Telegram(token=file.read_text(encoding="utf-8").strip()).token
    except OSError as error:
        return [Mistake("telegram.token_file", f"{file} cannot be read: {error.strerror}")]
    except (UnicodeDecodeError, ValidationError):
        words = f"{file} does not hold a bot token; it looks like 123456789:AAE… and @BotFather gives it"
        return [Mistake("telegram.token_file", words)]
    return []


def _missing_for_bot(values: dict[str, Any], known: list[Mistake]) -> list[Mistake]:
    mistakes = []
    if not _get(values, "telegram", "token") and not any(m.key == "telegram.token_file" for m in known):
        mistakes.append(Mistake("telegram.token", "is missing; ask @BotFather in Telegram for one"))
    if _get(values, "staff", "chat_id") in (None, "", 0, "0"):
        mistakes.append(Mistake("staff.chat_id", "is missing; it is the number of the staff group, below zero"))
    return mistakes


def _webhook_without_address(values: dict[str, Any]) -> list[Mistake]:
    url = _get(values, "telegram", "webhook", "url") or ""
    if _get(values, "telegram", "mode") != "webhook" or str(url).startswith(("https://", "http://")):
        return []
    words = "mode is 'webhook', so the address that Telegram calls is needed, with https:// in front"
    return [Mistake("telegram.webhook.url", words)]


def _parse(value: str) -> Any:
    """Lists as in TOML; anything else stays text, which the model turns into numbers where it must."""
    if value.startswith("["):
        try:
            return tomllib.loads(f"v = {value}")["v"]
        except tomllib.TOMLDecodeError:
            return value
    return value


def _resolve(settings: Settings, folder: Path) -> Settings:
    """Relative paths count from the folder."""
    url = settings.storage.url or f"sqlite:///{folder / 'helpdesk.db'}"
    if url.startswith("sqlite:///") and not url.startswith("sqlite:////"):
        url = f"sqlite:///{folder / url.removeprefix('sqlite:///')}"
    offset_file = settings.clock.offset_file
    update = {
        "storage": Storage(url=url),
        "faq": settings.faq.model_copy(update=_faq_files(settings.faq, folder)),
        "events": settings.events.model_copy(update={"region": folder / settings.events.region.expanduser()}),
        "clock": ClockSettings(offset_file=folder / offset_file.expanduser() if offset_file else None),
    }
    return settings.model_copy(update=update)


def _faq_files(faq: Faq, folder: Path) -> dict[str, Path | None]:
    questions = folder / faq.questions.expanduser() if faq.questions else None
    return {"source": folder / faq.source.expanduser(), "questions": questions}
