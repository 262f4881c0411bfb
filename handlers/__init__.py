"""Telegram's front desk: one conversation a file, each with `register(desk)`. Load, decide, respond."""
