"""The day that a build bears where content dates nothing, told by SOURCE_DATE_EPOCH or by content, never by a clock.

SOURCE_DATE_EPOCH counts seconds since 1970 in UTC, see https://reproducible-builds.org/specs/source-date-epoch/.
"""

import os
from datetime import UTC, date, datetime

_EARLIEST = date(1980, 1, 1)
"""The first day that a zip file can bear."""


class NotSeconds(Exception):
    """SOURCE_DATE_EPOCH cannot be read; the message says how to write it."""


def build_day(otherwise: date) -> date:
    """Return the day that SOURCE_DATE_EPOCH names, or else `otherwise`, which comes from the content."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        day = datetime.fromtimestamp(int(told), UTC).date() if told else otherwise
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH must count the seconds since 1970, such as 1795478400; it is {told[:40]!r}"
        raise NotSeconds(f"{message}. Mend it, or leave it unset.") from None
    return max(day, _EARLIEST)
