"""Observations travel as bytes; what is no observation is refused, never half-read."""

from __future__ import annotations

import contextlib
import io
import pickle
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from autograder import wire
from autograder.answers import Failure, Observations, Other, Plain, Several, Tensor

numbers = arrays("float32", st.tuples(st.integers(0, 3), st.integers(0, 3)))
leaves = st.one_of(
    st.builds(Plain, st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20))),
    st.builds(Failure, st.text(max_size=9), st.text(max_size=20), st.text(max_size=9)),
    st.builds(Other, st.text(max_size=9)),
    numbers.map(lambda a: Tensor("tensor", "float32", a.shape, a)),
)
answers = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3).map(lambda i: Several("list", tuple(i)))
)


class Trap:
    """Fails the test when it is unpickled."""

    def __reduce__(self):
        return (pytest.fail, ("the pickle was opened",))


def plain(answer):
    """An answer in a form that compares by value, arrays and NaN included."""
    if isinstance(answer, Tensor):
        return (answer.kind, answer.dtype, answer.shape, answer.values.tobytes())
    if isinstance(answer, Several):
        return (answer.kind, [plain(item) for item in answer.items])
    return answer


@given(st.dictionaries(st.text(max_size=5), answers, max_size=3))
def test_what_is_sent_is_what_is_read(given_answers) -> None:
    sent = Observations("huber_fn", 3, {"values": given_answers}, "ended", ("a.b",), "printed")
    read = wire.from_bytes(wire.to_bytes(sent))
    assert (read.exercise, read.seed, read.ended) == (sent.exercise, sent.seed, sent.ended)
    assert (read.used, read.printed) == (sent.used, sent.printed)
    assert {k: plain(v) for k, v in read.answers["values"].items()} == {
        k: plain(v) for k, v in given_answers.items()
    }


@pytest.mark.parametrize(
    "values",
    [
        np.float64(2.5),
        np.zeros((0, 3), "int32"),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.array([["one", "of"], ["four", "é"]]),
        np.array([b"raw", b"\0x"]),
        np.array([True, False]),
        np.array([1 + 2j], "complex64"),
        np.array(7, ">u2"),
    ],
    ids=lambda values: f"{values.dtype}{values.shape}",
)
def test_arrays_of_every_plain_kind_arrive_as_they_are(values) -> None:
    tensor = Tensor("array", str(values.dtype), values.shape, values)
    read = wire.from_bytes(wire.to_bytes(Observations("e", 0, {"q": {"a": tensor}})))
    found = read.answers["q"]["a"].values
    assert found.dtype == values.dtype
    np.testing.assert_array_equal(found, values, strict=True)


def test_reading_compiles_nothing() -> None:
    # A process's threads share Python's parser: in 3.11 two at once may fail.
    code = (
        "import sys, numpy as np\n"
        "from autograder import wire\n"
        "from autograder.answers import Observations, Tensor\n"
        "one = Tensor('tensor', 'float32', (3,), np.ones(3, 'float32'))\n"
        "data = wire.to_bytes(Observations('e', 0, {'q': {'a': one}}))\n"
        "wire.from_bytes(data)\n"
        "sys.addaudithook(lambda event, _: event == 'compile' and print('compiled'))\n"
        "wire.from_bytes(data)\n"
        "print('read')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "read\n", done.stderr


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(wire.MalformedObservations):
        wire.from_bytes(data)


@given(st.data())
def test_damaged_bytes_are_refused_or_read_whole(data) -> None:
    packed = bytearray(wire.to_bytes(Observations("huber_fn", 0, {"values": {"a": Plain(1)}})))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(wire.MalformedObservations):
        assert isinstance(wire.from_bytes(bytes(packed)), Observations)


def test_a_pickle_is_never_opened() -> None:
    buffer = io.BytesIO()
    np.savez(buffer, tree=np.array([Trap()], dtype=object))
    with pytest.raises(wire.MalformedObservations):
        wire.from_bytes(buffer.getvalue())
    with pytest.raises(wire.MalformedObservations):
        wire.from_bytes(pickle.dumps(Trap()))


def test_an_archive_that_swells_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tree.npy", b"\0" * (wire.MAX_BYTES + 1))
    with pytest.raises(wire.MalformedObservations, match="at most"):
        wire.from_bytes(buffer.getvalue())


def test_an_array_that_lies_about_its_shape_is_refused() -> None:
    lying = Tensor("tensor", "float32", (7,), np.zeros(3, "float32"))
    with pytest.raises(wire.MalformedObservations, match="shape"):
        wire.from_bytes(wire.to_bytes(Observations("huber_fn", 0, {"values": {"a": lying}})))
