"""When a time limit is up: by the processor time that was had, not by the clock alone.

A right answer must not fail because the machine is busy with others. So a limit counts from the
time that a process computed, and by the clock only where it hardly computes (it waits for what
never comes) or takes several times as long.
"""

from __future__ import annotations

PATIENCE = 3.0
WAITING = 0.1


def is_up(limit: float, wall: float, used: float) -> bool:
    """Whether to stop what has taken `wall` seconds by the clock and `used` on processors.

    Examples:
        >>> is_up(10.0, wall=9.0, used=9.0), is_up(10.0, wall=11.0, used=10.0)
        (False, True)
        >>> is_up(10.0, wall=15.0, used=6.0), is_up(10.0, wall=31.0, used=9.0)  # a busy machine
        (False, True)
        >>> is_up(10.0, wall=11.0, used=0.2)  # it waits
        True
    """
    if wall < limit:
        return False
    return used >= limit or used < WAITING * wall or wall >= PATIENCE * limit
