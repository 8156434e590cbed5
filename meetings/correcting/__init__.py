"""What a clerk says of minutes, kept apart from what was read: changes are laid over a reading, and words blacked."""

from meetings.correcting.changes import Change, Kind, Overlaid, lay_over, place_of
from meetings.correcting.redaction import BLACKED, black_out, black_person, redact

__all__ = ["BLACKED", "Change", "Kind", "Overlaid", "black_out", "black_person", "lay_over", "place_of", "redact"]
