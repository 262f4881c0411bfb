"""The command helpdesk."""
