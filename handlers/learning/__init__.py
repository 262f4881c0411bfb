"""Learning from what people asked: /leren and the weekly message."""
