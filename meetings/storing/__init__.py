"""Parsed minutes → rows. `keep_reading` files a reading under its meeting; `apply_reading` makes it the meeting's rows."""
