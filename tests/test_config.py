"""Settings: where they come from, and every mistake at once, by key, in words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import config
from bot.config_errors import ConfigError
from bot.settings import Settings

TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345"
EXAMPLE = Path(__file__).parents[1] / "config.example.toml"


def write(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def mistakes(path: Path | None, environment: dict[str, str] | None = None, for_bot: bool = False) -> dict[str, str]:
    """The mistakes by key; AssertionError when there are none."""
    with pytest.raises(ConfigError) as found:
        config.load(path, environment or {}, for_bot)
    assert (str(path) if path else "the environment") in str(found.value)
    assert all(str(m) in str(found.value) for m in found.value.mistakes)
    assert "Input should" not in str(found.value)
    return {m.key: m.problem for m in found.value.mistakes}


def test_without_anything_the_defaults_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = config.load(None, {})
    assert settings.storage.url == f"sqlite:///{tmp_path}/helpdesk.db"
    assert settings.telegram.api_url == "https://api.telegram.org" and settings.telegram.mode == "polling"
    assert (settings.locale.language, settings.locale.time_zone) == ("nl", "Europe/Amsterdam")
    assert settings.faq.source.is_file() and settings.events.region.is_file()


def test_the_example_holds_every_key_with_its_default() -> None:
    """Keys that are commented out count too: someone looks for them there."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    given = tomllib.loads("\n".join(line for line in lines))
    assert _keys(given) <= set(_defaults(Settings()))
    written = "\n".join(line.removeprefix("# ") for line in lines)
    for key in _defaults(Settings()):
        section, _, name = key.rpartition(".")
        assert f"[{section}]" in written and f"{name} = " in written, key
    settings = config.load(EXAMPLE, {})
    for key, value in _defaults(Settings()).items():
        if key not in ("storage.url", "telegram.token_file", "clock.offset_file", "faq.source", "events.region"):
            assert _defaults(settings)[key] == value, key


def test_the_environment_wins(tmp_path: Path) -> None:
    file = write(tmp_path, '[telegram]\nmode = "polling"\n[limits]\nin_flight = 4\n')
    environment = {
        "HELPDESK_TELEGRAM__TOKEN": TOKEN,
        "HELPDESK_TELEGRAM__WEBHOOK__PORT": "9000",
        "HELPDESK_STAFF__CHAT_ID": "-100123",
        "HELPDESK_LIMITS__MESSAGES_PER_SECOND": "12.5",
        "HELPDESK_EVENTS__REMINDERS_MINUTES_BEFORE": "[60, 5]",
        "HELPDESK_WORKERS": "unknown names without a section are somebody else's",
        "PATH": "/bin",
    }
    settings = config.load(file, environment, for_bot=True)
    assert settings.telegram.token == TOKEN and settings.telegram.webhook.port == 9000
    assert settings.staff.chat_id == -100123 and settings.limits.messages_per_second == 12.5
    assert settings.limits.in_flight == 4 and settings.events.reminders_minutes_before == (60, 5)


def test_paths_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, '[storage]\nurl = "sqlite:///data/x.db"\n[faq]\nsource = "faq.yaml"\n')
    settings = config.load(file, {})
    assert settings.storage.url == f"sqlite:///{tmp_path}/data/x.db"
    assert settings.faq.source == tmp_path / "faq.yaml"
    absolute = config.load(write(tmp_path, '[storage]\nurl = "sqlite:////var/x.db"\n'), {})
    assert absolute.storage.url == "sqlite:////var/x.db"


def test_a_token_file_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    file = write(tmp_path, '[telegram]\ntoken_file = "token"\n[staff]\nchat_id = -5\n')
    assert config.load(file, {}, for_bot=True).telegram.token == TOKEN
    other = TOKEN.replace("abc", "xyz")
    assert config.load(file, {"HELPDESK_TELEGRAM__TOKEN": other}).telegram.token == other


def test_every_mistake_is_told_at_once_by_its_key(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
        [telegram]
        token_file = "nowhere"
        mode = "webhook"
        colour = "red"
        [telegram.webhook]
        port = 700000
        [staff]
        chat_id = 5
        [locale]
        time_zone = "Europe/Utrecht"
        language = "fr"
        [limits]
        messages_per_second = "fast"
        in_flight = 0
        [events]
        reminders_minutes_before = ["soon"]
        [colours]
        """,
    )
    found = mistakes(file, for_bot=True)
    assert set(found) == {
        "telegram.token_file",
        "telegram.webhook.url",
        "telegram.colour",
        "telegram.webhook.port",
        "staff.chat_id",
        "locale.time_zone",
        "locale.language",
        "limits.messages_per_second",
        "limits.in_flight",
        "events.reminders_minutes_before.0",
        "colours",
    }
    assert found["locale.time_zone"] == "'Europe/Utrecht' is not a known time zone; use a name as Europe/Amsterdam"
    assert found["telegram.colour"] == "is not a known key; see config.example.toml for all of them"
    assert found["staff.chat_id"] == "must be the number of a group, which is below zero"
    assert found["limits.messages_per_second"] == "must be a number"
    assert found["limits.in_flight"] == "must be at least 1"
    assert "nowhere cannot be read" in found["telegram.token_file"]


def test_a_mistake_says_where_it_stands(tmp_path: Path) -> None:
    text = "[telegram]\n# the key\nmode = 1\n[telegram.webhook]  # rarely\nport = 'x'\n[sla]\nescalate_to = ['me']\n"
    with pytest.raises(ConfigError) as found:
        config.load(write(tmp_path, text), {"HELPDESK_STAFF__CHAT_ID": "5"})
    said = str(found.value)
    assert "telegram.mode (line 3): must be 'polling' or 'webhook'" in said
    assert "telegram.webhook.port (line 5): must be a whole number" in said
    assert "sla.escalate_to.0 (line 7): must be a whole number" in said
    assert "staff.chat_id (HELPDESK_STAFF__CHAT_ID): must be the number of a group" in said


def test_what_was_meant_by_a_key_that_is_none(tmp_path: Path) -> None:
    file = write(tmp_path, '[telegram]\ntokn = "x"\nchat_id = -5\n[webb]\nport = 1\n')
    assert mistakes(file) == {
        "telegram.tokn": "is not a known key; did you mean telegram.token?",
        "telegram.chat_id": "is not a known key; did you mean staff.chat_id?",
        "webb": "is not a known key; did you mean web?",
    }
    assert "two underscores" in mistakes(None, {"HELPDESK_TELEGRAM_TOKEN": TOKEN})["telegram.token"]


def test_values_of_another_kind_are_told_with_an_example(tmp_path: Path) -> None:
    wrong = (
        'monday = "9-17"\nclosed = ["kerst"]\nopen = "2026-12-24"\n[report]\ndigest = 9\n[staff]\noverview = "ja"\n'
    )
    assert mistakes(write(tmp_path, f"[hours]\n{wrong}[network]\nname = ''\n[events]\nfeeds = 'x'\n")) == {
        "hours.monday": 'must be a list of times in quotes, as ["09:00-17:00"], or [] for closed',
        "hours.closed.0": "must be a list of dates without quotes, as [2026-12-24]",
        "hours.open": "must be a list of dates without quotes, as [2026-12-24]",
        "report.digest": 'must be a day and a time in quotes, as "mon 09:00", or ""',
        "staff.overview": "must be true or false, without quotes",
        "network.name": "may not be empty",
        "events.feeds": 'must be a list of links in quotes, as ["https://…"]',
    }


def test_two_servers_cannot_share_a_port(tmp_path: Path) -> None:
    hook = (
        '[telegram]\nmode = "webhook"\n[telegram.webhook]\nurl = "https://a.nl/x"\nport = 8443\n[web]\nport = 8443\n'
    )
    with pytest.raises(ConfigError, match=r"web\.port \(line 7\): must be another one than telegram\.webhook\.port"):
        config.load(write(tmp_path, hook), {})
    config.load(write(tmp_path, hook.replace('"webhook"', '"polling"', 1)), {})


def test_a_file_as_notepad_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes("\ufeff[network]\r\nname = 'Zorg voor één'\r\n".encode())
    assert config.load(file, {}).network.name == "Zorg voor één"
    file.write_bytes("[network]\nname = 'Zorg voor één'\n".encode("utf-16"))
    assert "it is not UTF-8; in your editor choose Save as" in mistakes(file)[""]


def test_a_bot_needs_a_token_and_a_staff_group() -> None:
    assert set(mistakes(None, for_bot=True)) == {"telegram.token", "staff.chat_id"}
    config.load(None, {})  # other commands do without


@pytest.mark.parametrize("zone", ["", "Amsterdam", "../etc/passwd", "Europe", "/etc/localtime", "CET+1x"])
def test_unknown_time_zones(zone: str) -> None:
    assert "is not a known time zone" in mistakes(None, {"HELPDESK_LOCALE__TIME_ZONE": zone})["locale.time_zone"]


@pytest.mark.parametrize("token", ["geheimpje", "987654", ":AAEx", "abc:AAE", "123:AA E", "123:AA/../x", "98765:"])
def test_what_is_no_token_is_refused_and_not_repeated(token: str, tmp_path: Path) -> None:
    found = mistakes(None, {"HELPDESK_TELEGRAM__TOKEN": token})
    assert "is not a bot token" in found["telegram.token"] and token not in found["telegram.token"]
    (tmp_path / "token").write_text(token, encoding="utf-8")
    found = mistakes(write(tmp_path, '[telegram]\ntoken_file = "token"\n'))
    assert "does not hold a bot token" in found["telegram.token_file"]
    assert token not in found["telegram.token_file"].replace(str(tmp_path), "")


@pytest.mark.parametrize("text", ["[telegram\n\n", "a = 1\na = 2\n\n", '[telegram]\nmode = "x\n'])
def test_a_file_that_is_no_toml_is_said_with_its_place(tmp_path: Path, text: str) -> None:
    [problem] = mistakes(write(tmp_path, text)).values()
    assert problem.startswith("cannot be read: ") and "(at line " in problem


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "does not exist; copy config.example.toml" in mistakes(tmp_path / "config.toml")[""]
    assert "cannot be read" in mistakes(tmp_path)[""]


def test_a_section_that_is_none(tmp_path: Path) -> None:
    file = write(tmp_path, 'telegram = "x"\n')
    assert mistakes(file)["telegram"] == "must be a section: write it as a table"
    found = mistakes(file, {"HELPDESK_TELEGRAM__TOKEN": TOKEN, "HELPDESK_TELEGRAM__WEBHOOK__PORT": "1"})
    assert "cannot be set by HELPDESK_TELEGRAM__TOKEN" in found["telegram.token"]
    assert "telegram.webhook.port" in found


def test_settings_do_not_show_secrets() -> None:
    hook = {"HELPDESK_TELEGRAM__WEBHOOK__SECRET": "geheim123", "HELPDESK_TELEGRAM__TOKEN": TOKEN}
    shown = repr(config.load(None, hook))
    assert TOKEN not in shown and "geheim123" not in shown


def _defaults(model: Any, prefix: str = "") -> dict[str, Any]:
    """Every key of the settings with its value."""
    found: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        nested = hasattr(type(value), "model_fields")
        found |= _defaults(value, f"{prefix}{name}.") if nested else {prefix + name: value}
    return found


def _keys(values: dict[str, Any], prefix: str = "") -> set[str]:
    found: set[str] = set()
    for name, value in values.items():
        found |= _keys(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name}
    return found
