"""The deeds that change what the public sees: the rows first, the index after the commit."""

from meetings.publishing.deeds import publish_meeting, withdraw_meeting

__all__ = ["publish_meeting", "withdraw_meeting"]
