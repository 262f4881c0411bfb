"""A local Bot API server and a page with phones, to play and to test with."""
