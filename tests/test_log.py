"""The token and other secrets are in no line of the log, whatever the message, its arguments or its traceback hold."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot import log
from bot.telegram.api import TelegramApi
from bot.telegram.failures import CallFailed

TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345"
SECRET = "hook-secret-1"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged while the program's logging is set up."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    log.set_up(verbose=True, secrets=(TOKEN, SECRET, ""))
    stream = io.StringIO()
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


def test_messages_arguments_and_tracebacks_are_cleaned(written: io.StringIO) -> None:
    logger = logging.getLogger("anything")
    logger.info("POST https://api.telegram.org/bot%s/getMe with %s", TOKEN, {"secret": SECRET})
    logger.debug(f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg")
    try:
        try:
            raise OSError(f"cannot connect to https://x/bot{TOKEN}/getMe")
        except OSError as error:
            raise ValueError(f"header {SECRET}") from error
    except ValueError:
        logger.exception("it went wrong at %s", TOKEN)
    logger.warning("somebody else's token 987654321:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxx too")
    text = written.getvalue()
    assert TOKEN not in text and SECRET not in text and "AAx" not in text
    assert text.count("<secret>") >= 5 and "<token>" in text and "Traceback" in text


def test_what_looks_a_little_like_a_token_is_left_alone(written: io.StringIO) -> None:
    logging.getLogger("anything").info("at 12:30 uur, 2026-12-03 10:02:11, poort 127.0.0.1:8443, 1234567: dag")
    assert "at 12:30 uur, 2026-12-03 10:02:11, poort 127.0.0.1:8443, 1234567: dag" in written.getvalue()


def test_libraries_that_log_addresses_are_quiet(written: io.StringIO) -> None:
    for name in ("httpx", "httpcore", "telegram.ext", "apscheduler.scheduler", "aiohttp.access"):
        logging.getLogger(name).info("chatter")
    assert written.getvalue() == ""


async def test_a_call_that_fails_does_not_name_its_address() -> None:
    api = TelegramApi("http://127.0.0.1:1", TOKEN)
    with pytest.raises(CallFailed) as failure:
        await api.call("getMe", {})
    await api.close()
    chain = [failure.value, failure.value.__cause__]
    assert not any(TOKEN in str(e) or TOKEN in repr(e) for e in chain)
    assert failure.value.__suppress_context__
