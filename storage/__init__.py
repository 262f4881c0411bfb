"""Tables, named queries, migrations and the database itself. Knows nothing of the rooms above."""
