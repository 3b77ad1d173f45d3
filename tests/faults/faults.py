"""All faults, from one module per family."""

from __future__ import annotations

from faults import cells, encodings, files, formats, marks, names, places, programs
from faults.fault import Fault

FAMILIES = (files, places, encodings, formats, marks, cells, programs, names)
FAULTS: list[Fault] = [fault for family in FAMILIES for fault in family.FAULTS]
