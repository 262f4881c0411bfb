"""What comes before answering: numbers that nobody should have, words of crisis, small talk. Pure and synchronous."""
