"""The peer: a bare python-telegram-bot that echoes, as its own examples do it, eight updates at once.

python -m benchmarks.echo_bot API_URL TOKEN
"""

from __future__ import annotations

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters

AT_ONCE = 8


async def echo(update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Say the same back."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main(api_url: str, token: str) -> None:
    """Poll until killed."""
    builder = Application.builder().token(token).base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot")
    app = builder.concurrent_updates(AT_ONCE).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling(allowed_updates=["message"])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
