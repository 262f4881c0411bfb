"""The program around the rooms: settings, use cases, the edge to Telegram, commands and demo."""
