"""The edge: what comes from Telegram and what goes to it."""
