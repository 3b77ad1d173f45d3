"""Hostile submissions of the losses chapter, as data: what each tries, and what it deserves."""

from __future__ import annotations

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

ATTACKS: tuple[Attack, ...] = (
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

__all__ = ["ATTACKS", "Attack"]
