"""Hostile submissions of the losses chapter, as data: what each tries, and what it deserves."""

from __future__ import annotations

from dataclasses import replace

from . import (
    damage,
    damage_flood,
    damage_grader,
    forging_answers,
    forging_frames,
    forging_harness,
    forging_malformed,
    forging_messages,
    forging_notebook,
    peeking,
    peeking_processes,
    peeking_secrets,
    persistence,
    persistence_processes,
    ruin,
    ruin_gradebook,
    stand_ins,
    stand_ins_elsewhere,
    stand_ins_unwatched,
)
from .attack import Attack

# Known to get through: what runs in the learner's own process can be run behind the watch for
# stand-ins, or below it. Only the inputs are out of its reach, and these compute right answers.
BEHIND_THE_WATCH = {
    "peeking-source-of-a-stand-in": {"huber_fn": 2.0},
    "stand-ins-traced-in-another-cell": {"huber_fn": 2.0},
    "stand-ins-original-in-the-hook": {"huber_fn": 2.0},
    "stand-ins-watch-list-cleared": {"huber_fn": 2.0},
    "stand-ins-asking-forgets": {"huber_fn": 2.0},
    "stand-ins-use-not-reported": {"huber_fn": 2.0},
    "stand-ins-second-keras": {"huber_fn": 2.0},
    "stand-ins-softplus-by-the-fast-path": {"softplus": 1.0},
}
BECAUSE = "a stand-in that runs behind or below the watch gives right answers"

_ALL: tuple[Attack, ...] = (
    *forging_messages.ATTACKS,
    *forging_harness.ATTACKS,
    *forging_frames.ATTACKS,
    *forging_answers.ATTACKS,
    *forging_malformed.ATTACKS,
    *forging_notebook.ATTACKS,
    *peeking.ATTACKS,
    *peeking_secrets.ATTACKS,
    *peeking_processes.ATTACKS,
    *stand_ins.ATTACKS,
    *stand_ins_unwatched.ATTACKS,
    *stand_ins_elsewhere.ATTACKS,
    *persistence.ATTACKS,
    *persistence_processes.ATTACKS,
    *damage.ATTACKS,
    *damage_flood.ATTACKS,
    *damage_grader.ATTACKS,
    *ruin.ATTACKS,
    *ruin_gradebook.ATTACKS,
)
ATTACKS = tuple(
    replace(one, partial=BEHIND_THE_WATCH[one.student], because=BECAUSE)
    if one.student in BEHIND_THE_WATCH
    else one
    for one in _ALL
)

__all__ = ["ATTACKS", "Attack"]
