"""Adding tensors of several dtypes: TensorFlow converts nothing by itself.

Source: `tf.cast`, https://www.tensorflow.org/api_docs/python/tf/cast.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, whole_numbers


def mixed_sum(values):
    """Adds scalar tensors of any numeric dtypes, as float32.

    TensorFlow's operators don't convert one tensor to the dtype of another: adding an int32 tensor
    to a float32 tensor raises, and so does adding float64 to float32. Convert each one, then add.
    The list is left as it is.

    Args:
        values: List of one or more scalar tensors, whole numbers and floats of any widths.

    Returns:
        Float32 scalar tensor.

    Examples:
        >>> mixed_sum([tf.constant(2), tf.constant(0.5), tf.constant(1.25, tf.float64)]).numpy()
        np.float32(3.75)
    """
    ### BEGIN SOLUTION
    return tf.add_n([tf.cast(value, tf.float32) for value in values])
    ### END SOLUTION


def nothing_converted(values):
    return tf.add_n(values)


def to_the_first(values):
    total = values[0]
    for value in values[1:]:
        total += tf.cast(value, total.dtype)
    return tf.cast(total, tf.float32)


def through_whole_numbers(values):
    return tf.cast(tf.add_n([tf.cast(value, tf.int64) for value in values]), tf.float32)


def python_float(values):
    return sum(float(value) for value in values)


def one_alone_not_converted(values):
    total = values[0]
    for value in values[1:]:
        total = tf.cast(total, tf.float32) + tf.cast(value, tf.float32)
    return total


def list_overwritten(values):
    for place, value in enumerate(values):
        values[place] = tf.cast(value, tf.float32)
    return tf.add_n(values)


def returned_too_early(values):
    total = tf.constant(0.0)
    for value in values:
        total += tf.cast(value, tf.float32)
        return total


def list_afterwards(candidate, setting):
    """The sum, and what the list holds then."""
    rng = np.random.default_rng([setting.seed, 3])
    numbers = rng.integers(1, 9, 3)
    dtypes = (tf.int32, tf.float32, tf.float64)
    values = [tf.constant(int(n), dtype) for n, dtype in zip(numbers, dtypes, strict=True)]
    before = list(values)
    total = candidate(values)
    kept = len(values) == 3 and all(one is other for one, other in zip(values, before, strict=True))
    return {"mixed_sum(values)": total, "values still holds the same three tensors": kept}


exercise = Exercise(
    mixed_sum,
    points=2,
    minutes=6,
    difficulty=2,
    importance=4,
    after="from_numpy",
    teaches=["T-24", "T-25"],
    questions=[
        ask.values(
            "mixed_sum([a, b, c])",
            case(a=2, b=0.5, c=1.25),
            case(
                a=whole_numbers(low=1),
                b=whole_numbers(low=-9, dtype="int64"),
                c=normal(scale=3.0),
            ),
            case(a=normal(), b=whole_numbers(low=1), c=whole_numbers(high=200, dtype="uint8")),
            title="Whole numbers and floats",
        ),
        ask.values(
            "mixed_sum([tf.cast(a, tf.float16) / 4, a, tf.cast(b, tf.float64), "
            "tf.cast(b, tf.float32)])",
            case(a=whole_numbers(low=1), b=normal(scale=3.0)),
            name="widths",
            title="Floats of three widths",
        ),
        ask.values(
            "mixed_sum([a, b * 1_000_000_000, tf.cast(c, tf.float32)])",
            case(
                a=whole_numbers(low=1, high=200, dtype="uint8"),
                b=whole_numbers(low=3, dtype="int64"),
                c=normal(),
            ),
            name="large",
            title="A number beyond 32 bits",
            weight=0.5,
        ),
        ask.values(
            "mixed_sum([a])",
            case(a=whole_numbers(low=1)),
            case(a=normal()),
            name="one",
            title="A list of one",
            weight=0.5,
        ),
        ask.in_graph(
            "mixed_sum([a, b, c])",
            case(a=whole_numbers(low=1), b=whole_numbers(dtype="int64"), c=normal()),
            title="In a graph",
        ),
        ask.behaviour(
            list_afterwards, name="left alone", title="The list is left alone", weight=0.5
        ),
    ],
    hints=[
        "What does `tf.constant(2) + tf.constant(0.5)` say?",
        "`tf.cast(tensor, dtype)` gives the same number in another dtype. To which dtype must "
        "each one go, before anything is added?",
        "Cast every value to float32 into a new list, then add up that list.",
        "return tf.add_n([… for value in values])",
    ],
    mistakes=[
        Mistake(
            nothing_converted,
            "TensorFlow adds only what has one dtype, and says so instead of guessing. Convert "
            "each value before you add.",
        ),
        Mistake(
            to_the_first,
            "You convert everything to the dtype of the first value: where that is a whole "
            "number, the others lose what stands behind the point. Which dtype is asked for?",
        ),
        Mistake(
            through_whole_numbers,
            "Casting to whole numbers cuts off what stands behind the point, without a word. "
            "Cast to the dtype of the result.",
        ),
        Mistake(
            python_float,
            "`float(…)` takes the number out of TensorFlow: a Python float comes back, and in a "
            "graph there is no number to take. Stay with tensors.",
        ),
        Mistake(
            one_alone_not_converted,
            "A list of one never reaches your casts: its only value comes back in the dtype that "
            "it had. Convert the first value too.",
        ),
        Mistake(
            list_overwritten,
            "The sum is right, but the caller's list no longer holds what it held. The caller may "
            "still need it: convert into a new list.",
        ),
        Mistake(
            returned_too_early,
            "The `return` stands inside the loop, so that it ends after the first value. How far "
            "should it be indented?",
        ),
    ],
)
