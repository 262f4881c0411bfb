"""Measurements: of the matcher, of speed and of memory."""
