"""Use cases of events, subscriptions and reminders."""
