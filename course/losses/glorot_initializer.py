"""Glorot's initial weights: random numbers whose spread fits the size of the layer.

Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural
networks", AISTATS 2010.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask


def glorot_initializer(shape, dtype=None):
    r"""Draws initial weights by Glorot's rule.

    The numbers are normal, with mean 0 and standard deviation $\sqrt{2 / (n_{in} + n_{out})}$; a uniform or truncated distribution with that mean and that standard
    deviation is right too. Every call gives other numbers. Keras calls the function when it
    builds a layer, with the shape of the kernel and the name of a dtype. Compute the spread
    yourself: `GlorotNormal`, `GlorotUniform` and `VarianceScaling` are no answer here.

    Args:
        shape: The shape to draw, a tuple (fan_in, fan_out) = $(n_{in}, n_{out})$ of two ints.
        dtype: The dtype to draw, a name such as "float16" or a `tf.DType`; None means float32.

    Returns:
        A tensor of that shape and dtype.

    Examples:
        >>> weights = glorot_initializer((300, 100), dtype="float16")
        >>> weights.shape, weights.dtype
        (TensorShape([300, 100]), tf.float16)
    """
    ### BEGIN SOLUTION
    fan_in, fan_out = shape
    deviation = (2.0 / (fan_in + fan_out)) ** 0.5
    return tf.random.normal(shape, stddev=deviation, dtype=dtype or tf.float32)
    ### END SOLUTION


def dtype_ignored(shape, dtype=None):
    return tf.random.normal(shape, stddev=(2.0 / (shape[0] + shape[1])) ** 0.5)


def variance_as_deviation(shape, dtype=None):
    variance = 2.0 / (shape[0] + shape[1])
    return tf.random.normal(shape, stddev=variance, dtype=dtype or tf.float32)


def fan_in_only(shape, dtype=None):
    return tf.random.normal(shape, stddev=(2.0 / shape[0]) ** 0.5, dtype=dtype or tf.float32)


def one_over_the_sum(shape, dtype=None):
    deviation = (1.0 / (shape[0] + shape[1])) ** 0.5
    return tf.random.normal(shape, stddev=deviation, dtype=dtype or tf.float32)


def tails_cut_off(shape, dtype=None):
    deviation = (2.0 / (shape[0] + shape[1])) ** 0.5
    return tf.random.truncated_normal(shape, stddev=deviation, dtype=dtype or tf.float32)


def seeded(shape, dtype=None):
    deviation = (2.0 / (shape[0] + shape[1])) ** 0.5
    dtype = dtype or tf.float32
    return tf.random.stateless_normal(shape, seed=(4, 2), stddev=deviation, dtype=dtype)


exercise = Exercise(
    glorot_initializer,
    points=1,
    minutes=5,
    difficulty=2,
    importance=3,
    after="softplus",
    teaches=["L-24"],
    questions=[
        ask.statistics(
            "glorot_initializer((rows, columns))",
            mean=0.0,
            deviation="(2 / (rows + columns)) ** 0.5",
            draws={"rows": (200, 400), "columns": (60, 140)},
            dtype="float32",
        ),
        ask.statistics(
            "glorot_initializer((rows, columns), dtype=None)",
            mean=0.0,
            deviation="(2 / (rows + columns)) ** 0.5",
            draws={"rows": (30, 60), "columns": (500, 700)},
            dtype="float32",
            name="wide layer",
            title="A layer that widens",
        ),
        ask.statistics(
            "glorot_initializer((rows, columns), 'float64')",
            mean=0.0,
            deviation="(2 / (rows + columns)) ** 0.5",
            draws={"rows": (150, 250), "columns": (100, 200)},
            dtype="float64",
            name="float64",
            title="dtype 'float64'",
        ),
        ask.statistics(
            "glorot_initializer((rows, columns), dtype='float16')",
            mean=0.0,
            deviation="(2 / (rows + columns)) ** 0.5",
            draws={"rows": (100, 200), "columns": (200, 300)},
            dtype="float16",
            name="float16",
            title="dtype 'float16'",
        ),
        ask.statistics(
            "[tf.convert_to_tensor(layer.kernel) for layer in [keras.layers.Dense(units, "
            "kernel_initializer=glorot_initializer, dtype='float32')] if layer.build((None, features)) "
            "is None][0]",
            mean=0.0,
            deviation="(2 / (units + features)) ** 0.5",
            draws={"units": (150, 250), "features": (60, 120)},
            name="in a layer",
            title="As a layer's kernel_initializer",
        ),
    ],
    hints=[
        "How far should the weights spread if a layer has many inputs and outputs: more, or less?",
        "`tf.random.normal` takes a standard deviation and a dtype. Which two numbers does the "
        "shape hold?",
        r"Variance $2 / (n_{in} + n_{out})$, so standard deviation $\sqrt{2 / (n_{in} + n_{out})}$."
        " None as dtype means float32.",
        "fan_in, fan_out = …\ndeviation = …\n"
        "return tf.random.normal(shape, stddev=…, dtype=… or tf.float32)",
    ],
    forbids=[
        "keras.initializers.VarianceScaling",
        "keras.initializers.GlorotNormal",
        "keras.initializers.GlorotUniform",
        "tensorflow.compat.v1.initializers.variance_scaling",
    ],
    mistakes=[
        Mistake(
            dtype_ignored,
            "The numbers are float32 whatever dtype is asked for: hand the argument on to the "
            "function that draws.",
        ),
        Mistake(
            variance_as_deviation,
            "Your numbers spread too little: what you pass is the variance, but a standard "
            "deviation is asked for.",
        ),
        Mistake(
            fan_in_only,
            "Your spread depends on the inputs alone. Glorot's takes the outputs into account "
            "too, for the gradients that flow back.",
        ),
        Mistake(
            one_over_the_sum,
            "Your numbers spread too little, by a factor of about 1.41: look again at what stands "
            "above the fraction line.",
        ),
        Mistake(
            tails_cut_off,
            "A truncated normal loses its tails, and with them 12 % of the standard deviation "
            "that you pass. Use the plain one, or make up for it.",
        ),
        Mistake(
            seeded,
            "Two calls give equal numbers: with a fixed seed, layers of one shape start as twins. "
            "Leave the seed open.",
        ),
    ],
)
