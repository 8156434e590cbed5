"""Parsed minutes → rows: `readings` files a reading under its meeting and makes it the meeting's rows."""
