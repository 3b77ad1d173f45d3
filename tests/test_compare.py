"""Two answers agree within the error model, and what differs is told in words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from autograder.answers import Failure, Other, Plain, Several, Tensor
from autograder.compare import difference
from autograder.questions.weights import weights_apart
from autograder.tolerance import Tolerance

finite = st.floats(-1e6, 1e6, width=32)
sizes = st.integers(1, 4)
shapes = st.one_of(st.just(()), st.tuples(sizes), st.tuples(sizes, sizes))
values = shapes.flatmap(lambda shape: arrays("float64", shape, elements=finite))
tolerances = st.builds(
    Tolerance, scale=st.floats(0.1, 1000), length=st.integers(1, 1000), products=st.booleans()
)


def tensor(array, dtype="float32", kind="tensor"):
    array = np.asarray(array)
    return Tensor(kind, dtype, array.shape, array)


@given(values, tolerances, st.randoms(use_true_random=False))
def test_noise_passes_and_ten_times_the_noise_fails(expected, tolerance, random) -> None:
    noise = tolerance.noise(expected)
    signs = np.array([random.choice([-1.0, 1.0]) for _ in range(expected.size)])
    signs = signs.reshape(expected.shape) * random.uniform(0.5, 1.0)
    want = tensor(expected)
    assert difference(tensor(expected + signs * noise), want, tolerance) is None
    assert difference(tensor(expected + np.sign(signs) * 10 * noise), want, tolerance)


@given(values, tolerances)
def test_every_answer_agrees_with_itself(expected, tolerance) -> None:
    assert difference(tensor(expected), tensor(expected), tolerance) is None


def test_infinities_and_nan_agree_with_themselves_only() -> None:
    odd = tensor([np.inf, -np.inf, np.nan, 0.0])
    assert difference(odd, odd, Tolerance()) is None
    others = ([np.inf, np.inf, np.nan, 0.0], [1e38, -np.inf, np.nan, 0.0], [np.inf, -np.inf, 0, 0])
    for other in others:
        assert difference(tensor(other), odd, Tolerance())


@pytest.mark.parametrize(
    "observed, expected, says",
    [
        (Plain(None), tensor([1.0]), "`return`"),
        (Plain(0.5), tensor([1.0]), "TensorFlow tensor"),
        (Other("Sequential"), tensor([1.0]), "TensorFlow tensor"),
        (tensor([1.0], kind="NumPy array"), tensor([1.0]), "received a NumPy array"),
        (tensor([[1.0], [2.0]]), tensor([1.0, 2.0]), "last axis"),
        (tensor(np.ones((3, 3))), tensor(np.ones(3)), "broadcast to every pair"),
        (tensor(1.0), tensor([1.0]), "did you average"),
        (tensor([1.0], "float64"), tensor([1.0]), "dtype float32"),
        (tensor([np.nan]), tensor([1.0]), "NaN came out"),
        (tensor([np.inf]), tensor([1.0]), "infinity came out"),
        (tensor([1.0, 2.0]), tensor([1.0, 3.0]), "at index [1] is 2 instead of 3"),
        (Failure("ValueError", "no", "line 3: x"), tensor([1.0]), "line 3: x"),
        (Several("list", (Plain(1),)), Several("list", ()), "0 items"),
        (None, tensor([1.0]), "not answered"),
    ],
)
def test_differences_are_told_in_words(observed, expected, says) -> None:
    found = difference(observed, expected, Tolerance())
    assert found
    assert says in found.why


def test_errors_of_one_kind_agree() -> None:
    one = Failure("ValueError", "shape 3 at 0x7f00 of 'a'")
    assert difference(one, Failure("ValueError", "shape 4 at 0x8a12 of 'b'"), Tolerance()) is None
    assert difference(one, Failure("TypeError", "shape 3 at 0x7f00 of 'a'"), Tolerance())
    assert difference(one, Failure("ValueError", "something else"), Tolerance())
    assert difference(tensor([1.0]), one, Tolerance())


def test_plain_numbers_compare_within_the_error_model_and_truth_values_exactly() -> None:
    assert difference(Plain(0.4000001), Plain(0.4), Tolerance()) is None
    assert difference(Plain(0.5), Plain(0.4), Tolerance())
    assert difference(Plain(True), Plain(1.0), Tolerance())
    assert difference(Plain("sum"), Plain("sum"), Tolerance()) is None


def test_weights_are_compared_by_shape_whatever_their_names() -> None:
    assert weights_apart("a (2,), kernel (3, 4)", "w (3, 4), bias (2,)") == ""
    assert weights_apart("kernel (3, 4)", "w (3, 4), bias (4,)") == "Missing: (4,)."
    assert weights_apart("k (2, 2), k (2, 2)", "k (2, 2)") == "Too many: (2, 2)."
    assert "Missing: (4,)" in weights_apart("b (4,) not trainable", "b (4,)")
    assert "tracks no weights" in weights_apart("none", "b (4,)")
