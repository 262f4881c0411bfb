"""Gatherings, reminders, choices, news (conversations 15 to 18)."""
