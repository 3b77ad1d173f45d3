"""Score forging by answers that are none: they should trip up whoever reads or judges them."""

from __future__ import annotations

from .attack import Attack, wrong_huber

STRANGE = """
    import io, itertools, json
    import numpy as np
    import autograder.wire

    pack = autograder.wire.to_bytes
    turns = itertools.count()

    def strange(observations):
        if observations.exercise != "huber_fn":
            return pack(observations)
        odd = [
            np.zeros((3,), [("a", "f4"), ("b", "U5")]),
            np.array(["nan"] * 3),
            np.zeros(3, "M8[s]"),
            np.zeros(3, "complex64"),
            np.zeros((0, 10**9), "f4"),
        ]
        node = lambda i, **more: {
            "is": "tensor", "kind": "tensor", "dtype": "float32",
            "shape": list(odd[i % 5].shape), "array": f"array{i % 5}", **more,
        }
        huge = {"is": "plain", "value": 1e999}
        deep = {"is": "several", "kind": "list", "items": [huge] * 3}
        for _ in range(6):
            deep = {"is": "several", "kind": "list", "items": [deep]}
        turn = next(turns)
        cases = {f"case {i}": node(turn + i) for i in range(1, 8)}
        answers = {
            "interface": {"kind": {"is": "plain", "value": "function"},
                          "fits": {"is": "plain", "value": ""}},
            "values": cases,
            "gradient": {**cases, "case 1": deep},
            "graph mode": {"case 1": node(0, shape=[3, -1, 2**70]), "case 2": huge},
        }
        tree = {"exercise": "huber_fn", "seed": 10**30, "ended": "", "used": ["\\x1b[2J" * 9],
                "printed": "", "answers": answers}
        buffer = io.BytesIO()
        arrays = {f"array{i}": one for i, one in enumerate(odd)}
        text = np.frombuffer(json.dumps(tree).encode(), np.uint8)
        np.savez(buffer, tree=text, **arrays)
        return buffer.getvalue()

    autograder.wire.to_bytes = strange
"""

BOMBS = """
    import io, itertools, json, zipfile
    import autograder.wire

    pack = autograder.wire.to_bytes
    turns = itertools.count()

    def header(shape, kind):
        text = str({"descr": kind, "fortran_order": False, "shape": shape}).encode() + b"\\n"
        return b"\\x93NUMPY\\x01\\x00" + len(text).to_bytes(2, "little") + text

    def bomb(observations):
        if observations.exercise != "huber_fn":
            return pack(observations)
        turn = next(turns) % 4
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            if turn == 0:
                archive.writestr("tree.npy", header((2**40,), "|u1") + b"{}")
            elif turn == 1:
                with archive.open("tree.npy", "w", force_zip64=True) as file:
                    file.write(header((2**31,), "|u1"))
                    for _ in range(128):
                        file.write(b"[" * 2**24)
            elif turn == 2:
                deep = b"[" * 10**6
                archive.writestr("tree.npy", header((len(deep),), "|u1") + deep)
            else:
                for number in range(60000):
                    archive.writestr(f"array{number}.npy", b"")
        return buffer.getvalue()

    autograder.wire.to_bytes = bomb
"""

HARNESS = "it patches what packs its own answers"

ATTACKS = (
    Attack(
        "forging",
        "strange-answers",
        "Sends arrays of other kinds, absurd shapes and infinite numbers to trip up the judge.",
        {"huber_fn": wrong_huber(defined=STRANGE)},
        may_lose=HARNESS,
    ),
    Attack(
        "forging",
        "answers-as-bombs",
        "Sends archives that unpack to gigabytes, lie about sizes or nest a million levels deep.",
        {"huber_fn": wrong_huber(defined=BOMBS)},
        may_lose=HARNESS,
    ),
)
