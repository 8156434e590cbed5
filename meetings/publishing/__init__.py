"""The deeds that change what the public sees: the rows first, the index after the commit."""

from meetings.publishing.deeds import NewerVersion, publish_meeting, withdraw_meeting

__all__ = ["NewerVersion", "publish_meeting", "withdraw_meeting"]
