"""From NumPy's arrays, 64 bits wide by default, to TensorFlow's tensors, 32 bits wide.

Source: "NumPy compatibility" in the guide to tensors, https://www.tensorflow.org/guide/tensor.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, normal, whole_numbers


def from_numpy(array):
    """Makes a float32 tensor of a NumPy array.

    NumPy's floats have 64 bits unless told otherwise, TensorFlow's have 32, and a tensor keeps
    the dtype of the array that it is made of. Here the result is float32, whatever comes: floats
    or whole numbers of any width, in any layout in memory. It is a tensor, not a variable, and
    it does not change when somebody writes into the array later.

    Args:
        array: NumPy array of real numbers, of any shape (scalars included) and numeric dtype. It
            is left alone.

    Returns:
        Float32 tensor of the same shape.

    Examples:
        >>> from_numpy(np.array([[1, 2], [3, 4]]))
        <tf.Tensor: shape=(2, 2), dtype=float32, numpy=
        array([[1., 2.],
               [3., 4.]], dtype=float32)>
    """
    ### BEGIN SOLUTION
    return tf.constant(array, dtype=tf.float32)
    ### END SOLUTION


def dtype_left_out(array):
    return tf.constant(array)


def a_variable(array):
    return tf.Variable(array, dtype=tf.float32)


def still_an_array(array):
    return array.astype("float32")


def in_a_list(array):
    return tf.constant([array], dtype=tf.float32)


def flattened(array):
    return tf.constant(array.ravel(), dtype=tf.float32)


def through_whole_numbers(array):
    return tf.cast(tf.cast(array, tf.int32), tf.float32)


def written_into_later(candidate, setting):
    """The tensor, after the array has been overwritten."""
    rng = np.random.default_rng([setting.seed, 4])
    told = {}
    for dtype in ("float64", "float32"):
        array = rng.normal(size=(3, 2)).astype(dtype)
        tensor = candidate(array)
        array[...] = 0
        told[f"t = from_numpy(array) of {dtype}; array[...] = 0; t"] = tensor
    return told


exercise = Exercise(
    from_numpy,
    points=1,
    minutes=4,
    difficulty=1,
    importance=4,
    after="standardize",
    teaches=["T-21", "T-23"],
    questions=[
        ask.values(
            "from_numpy(array)",
            case(array=whole_numbers(4, 3, low=-9, dtype="int64")),
            case(array=whole_numbers(5, low=-9)),
            case(array=whole_numbers(2, 3, high=255, dtype="uint8")),
            case(array=whole_numbers(3, low=-100, high=100, dtype="int8")),
            arrays=True,
            title="Of whole numbers, signed or not, 8 to 64 bits",
        ),
        ask.values(
            "from_numpy(np.array(array, 'float64'))",
            case(array=[[0.5, -1.5], [2.0, 1e6]]),
            case(array=normal(5)),
            case(array=normal(2, 3, 2)),
            arrays=True,
            name="float64",
            title="Of float64 arrays",
        ),
        ask.values(
            "from_numpy(array), from_numpy(np.array(array, 'float16'))",
            case(array=normal(4, 2)),
            arrays=True,
            name="narrow floats",
            title="Of float32 and float16 arrays",
            weight=0.5,
        ),
        ask.values(
            "from_numpy(np.array(a)), from_numpy(np.array(b, 'float64'))",
            case(a=whole_numbers(low=1), b=normal()),
            arrays=True,
            name="scalars",
            title="Of arrays of shape ()",
            weight=0.5,
        ),
        ask.values(
            "[from_numpy(one) for one in (np.array(array, '>f8').T, np.array(array)[::-2, 1:])]",
            case(array=normal(5, 3)),
            arrays=True,
            name="layout",
            title="Of a transposed, big-endian array and of a slice",
            weight=0.5,
        ),
        ask.behaviour(
            written_into_later,
            name="later",
            title="Stays when the array changes",
            weight=0.5,
        ),
    ],
    hints=[
        "Make a tensor of `np.array([1.0])` and look at its dtype.",
        "What makes tensors takes a second argument. Or make it first and convert it afterwards.",
        "`tf.constant`, `tf.convert_to_tensor` and `tf.cast` all take a `dtype`.",
        "return tf.constant(…, dtype=…)",
    ],
    mistakes=[
        Mistake(
            dtype_left_out,
            "The tensor takes over the array's dtype: 64 bits, or whole numbers. The first "
            "calculation with a float32 tensor would then raise. Say which dtype you want.",
        ),
        Mistake(
            a_variable,
            "That is a variable: it can be assigned to, and training moves it. Plain data belong "
            "in a tensor.",
        ),
        Mistake(
            still_an_array,
            "The numbers have the right dtype, but this is still a NumPy array: it lives on the "
            "CPU, and anyone can write into it. Hand it to TensorFlow.",
        ),
        Mistake(
            in_a_list,
            "There is one axis too many, of length 1, in front. Did you put the array into "
            "brackets? The array itself is all that TensorFlow needs.",
        ),
        Mistake(
            flattened,
            "All numbers are there, but the shape is gone: matrices and scalars are to keep it.",
        ),
        Mistake(
            through_whole_numbers,
            "On the way the numbers lose what stands behind the point: whole numbers cannot "
            "hold it. Go straight to float32.",
        ),
    ],
)
