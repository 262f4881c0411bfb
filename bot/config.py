"""Settings: a TOML file, overridden by the environment, checked all at once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.config_errors import ConfigError, Mistake, explain
from bot.config_places import in_file, known_keys
from bot.settings import ClockSettings, Faq, Safety, Settings, Storage, Telegram

ENVIRONMENT = "HELPDESK_"


def load(path: Path | None, environment: Mapping[str, str] = os.environ, for_bot: bool = False) -> Settings:
    """Read the settings.

    `path`: a TOML file, or None for environment and defaults alone. Relative paths in it count from its folder.
    `for_bot`: to talk to Telegram a token and a staff group are needed too.
    Raises ConfigError with every mistake, each by its key.
    """
    text = _read(path) if path else ""
    values = _parse_file(path, text) if path else {}
    places = in_file(text)
    mistakes = _override(values, environment, places)
    folder = (path.parent if path else Path()).absolute()
    mistakes += _fetch_token(values, folder)
    if for_bot:
        mistakes += _missing_for_bot(values, mistakes)
    mistakes += _webhook_without_address(values)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise ConfigError(path, [*explain(error), *mistakes], places) from None
    if mistakes:
        raise ConfigError(path, mistakes, places)
    return _resolve(settings, folder)


def _read(path: Path) -> str:
    problem = ""
    try:
        return path.read_text(encoding="utf-8-sig")  # Notepad begins a file with a mark
    except FileNotFoundError:
        problem = "this file does not exist; copy config.example.toml to it"
    except UnicodeDecodeError:
        problem = "cannot be read: it is not UTF-8; in your editor choose Save as, encoding UTF-8"
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    raise ConfigError(path, [Mistake("", problem)])


def _parse_file(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = "Look there for a quote or bracket that is missing, or a key that is there twice."
        raise ConfigError(path, [Mistake("", f"cannot be read: {error}. {hint}")]) from None


def _override(values: dict[str, Any], environment: Mapping[str, str], places: dict[str, str]) -> list[Mistake]:
    """HELPDESK_TELEGRAM__WEBHOOK__PORT=8443 sets telegram.webhook.port. Notes in `places` what came from where."""
    mistakes = []
    known = {f"{ENVIRONMENT}{key.replace('.', '_')}".upper(): key for key in known_keys(Settings) if "." in key}
    for name, value in environment.items():
        keys = name.removeprefix(ENVIRONMENT).lower().split("__")
        if name in known and len(keys) < 2:
            meant = ENVIRONMENT + known[name].replace(".", "__").upper()
            mistakes.append(Mistake(known[name], f"is not set by {name}: two underscores after a section, {meant}"))
        if not name.startswith(ENVIRONMENT) or len(keys) < 2:
            continue
        section: Any = values
        for key in keys[:-1]:
            section = section.setdefault(key, {}) if isinstance(section, dict) else None
        if isinstance(section, dict):
            section[keys[-1]] = _parse(value)
            places[".".join(keys)] = name
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
        "safety": Safety(crisis=folder / settings.safety.crisis.expanduser()),
        "events": settings.events.model_copy(update={"region": folder / settings.events.region.expanduser()}),
        "clock": ClockSettings(offset_file=folder / offset_file.expanduser() if offset_file else None),
    }
    return settings.model_copy(update=update)


def _faq_files(faq: Faq, folder: Path) -> dict[str, Path | None]:
    questions = folder / faq.questions.expanduser() if faq.questions else None
    return {"source": folder / faq.source.expanduser(), "questions": questions}
