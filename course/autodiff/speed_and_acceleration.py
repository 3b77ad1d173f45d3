"""Tapes in tapes: position, speed, acceleration.

Source: the guide to advanced automatic differentiation,
https://www.tensorflow.org/guide/advanced_autodiff.
"""

import numpy as np
import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, uniform


def speed_and_acceleration(position, time):
    r"""Differentiates a position once and twice with respect to time.

    The speed is $\frac{dx}{dt}$, with its sign: negative where the way leads back. The
    acceleration is the speed's derivative, $\frac{d^2 x}{dt^2}$. An outer tape has to see how the
    inner one computes the speed. It works in eager mode and inside `tf.function`, and keeps to
    the dtype of `time`.

    Args:
        position: A function of the time, made of TensorFlow's operations. It returns a scalar
            tensor, and its speed changes with time.
        time: A scalar float tensor, or a trainable scalar `tf.Variable`, which is left as it is.

    Returns:
        Tuple of two scalar tensors of the dtype of `time`, the speed first.

    Examples:
        >>> speed, acceleration = speed_and_acceleration(lambda t: 4.9 * t**2, tf.constant(2.0))
        >>> round(float(speed), 4), round(float(acceleration), 4)
        (19.6, 9.8)
    """
    ### BEGIN SOLUTION
    with tf.GradientTape() as outer:
        outer.watch(time)
        with tf.GradientTape() as inner:
            inner.watch(time)
            place = position(time)
        speed = inner.gradient(place, time)
    return speed, outer.gradient(speed, time)
    ### END SOLUTION


def speed_outside_the_outer_tape(position, time):
    with tf.GradientTape() as outer, tf.GradientTape() as inner:
        outer.watch(time)
        inner.watch(time)
        place = position(time)
    speed = inner.gradient(place, time)
    return speed, outer.gradient(speed, time)


def not_watched(position, time):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            place = position(time)
        speed = inner.gradient(place, time)
    return speed, outer.gradient(speed, time)


def watched_by_the_inner_tape_only(position, time):
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(time)
            place = position(time)
        speed = inner.gradient(place, time)
    return speed, outer.gradient(speed, time)


def position_again(position, time):
    with tf.GradientTape() as outer:
        outer.watch(time)
        with tf.GradientTape() as inner:
            inner.watch(time)
            place = position(time)
        speed = inner.gradient(place, time)
    return speed, outer.gradient(place, time)


def average_speed(position, time):
    speed = position(time) / time
    return speed, speed / time


def acceleration_alone(position, time):
    return speed_and_acceleration(position, time)[1]


def _swing(t):
    return tf.sin(t) * t**2


def in_a_graph(candidate, setting):
    """Speed and acceleration out of a graph, before and after the time is another."""
    early, late = np.random.default_rng([setting.seed, 58]).uniform(1.0, 4.0, 2)
    t = tf.Variable(early, dtype=setting.precision)

    @tf.function
    def traced():
        return candidate(_swing, t)

    before = traced()
    t.assign(late.astype(setting.precision))
    return {
        "speed_and_acceleration(f, t) inside tf.function, t a variable, f(t) = t²·sin(t)": before,
        "the same graph at another time": traced(),
        "the same function of a tensor, in a graph": tf.function(candidate)(
            _swing, tf.constant(early, setting.precision)
        ),
    }


exercise = Exercise(
    speed_and_acceleration,
    points=2,
    minutes=10,
    difficulty=3,
    importance=3,
    after="hessian",
    teaches=["A-11"],
    questions=[
        ask.values(
            "speed_and_acceleration(lambda t: 4.9 * t**2, t)",
            case(t=1.0),
            case(t=uniform(low=1.0, high=5.0)),
            title="A stone that falls; the time is a tensor",
        ),
        ask.values(
            "speed_and_acceleration(lambda t: 3.0 * t**3 - 20.0 * t, t)",
            case(t=1.0),
            case(t=uniform(low=2.0, high=4.0)),
            name="variable",
            title="The time is a variable",
            variables=["t"],
        ),
        ask.values(
            "speed_and_acceleration(lambda t: 10.0 * tf.sin(t), t)",
            case(t=uniform(low=2.0, high=3.0)),
            name="swing",
            title="A pendulum on its way back",
        ),
        ask.values(
            "speed_and_acceleration(lambda t: t**3, tf.cast(t, tf.float16))",
            case(t=uniform(low=1.0, high=2.0)),
            name="half precision",
            title="A time of float16",
            weight=0.5,
        ),
        ask.behaviour(in_a_graph, name="graph mode", title="In a graph", scale=16.0),
    ],
    hints=[
        "Speed is what a tape says of the position. Acceleration is what a tape says of…?",
        "Two tapes, one inside the other. The inner one is asked for the speed while the outer "
        "one still runs, so that the outer one hears it.",
        "A tensor that is no variable must be watched, by each of the tapes that is to follow it. "
        "Watching a variable once more does no harm.",
        "with tf.GradientTape() as outer:\n    outer.watch(…)\n"
        "    with tf.GradientTape() as inner:\n        inner.watch(…)\n        place = …\n"
        "    speed = inner.gradient(…)\nreturn speed, outer.gradient(…)",
    ],
    mistakes=[
        Mistake(
            speed_outside_the_outer_tape,
            "The acceleration is None, even for a variable: the outer tape had stopped when the "
            "speed was computed. How far must that line be indented?",
        ),
        Mistake(
            not_watched,
            "With a variable it is right. A tensor your tapes do not follow unless they are told "
            "to watch it.",
        ),
        Mistake(
            watched_by_the_inner_tape_only,
            "The speed is right, and for a variable the acceleration too. For a tensor it is "
            "None: only your inner tape was told to watch. Who else must follow the time?",
        ),
        Mistake(
            position_again,
            "You ask the outer tape about the position, and get the speed a second time. Of what "
            "is the acceleration the derivative?",
        ),
        Mistake(
            average_speed,
            "Way divided by time is the average speed since the start. How fast it is going right "
            "now is a derivative.",
        ),
        Mistake(
            acceleration_alone,
            "You return the acceleration alone. Both are asked for, the speed first.",
        ),
    ],
)
