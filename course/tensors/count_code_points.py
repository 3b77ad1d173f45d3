"""Strings are bytes: how many characters they hold depends on the unit in which one counts.

Source: the tutorial on Unicode strings, https://www.tensorflow.org/text/guide/unicode.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, text


def count_code_points(strings):
    """Counts the code points of every string.

    TensorFlow keeps a text as bytes, usually in UTF-8, where a code point takes one to four of
    them: “café” has four code points in five bytes. Count code points. What looks like one sign
    may be several: “é” written as an e followed by a combining accent is two.

    Args:
        strings: String tensor (n,), each in UTF-8; an empty one has none.

    Returns:
        Int32 tensor (n,).

    Examples:
        >>> count_code_points(tf.constant(["café", "", "日本"])).numpy()
        array([4, 0, 2], dtype=int32)
    """
    ### BEGIN SOLUTION
    return tf.strings.length(strings, unit="UTF8_CHAR")
    ### END SOLUTION


def bytes_counted(strings):
    return tf.strings.length(strings)


def left_in_64_bits(strings):
    return tf.strings.unicode_decode(strings, "UTF-8").row_lengths()


def all_together(strings):
    return tf.reduce_sum(tf.strings.length(strings, unit="UTF8_CHAR"))


def the_longest_for_all(strings):
    padded = tf.strings.unicode_decode(strings, "UTF-8").to_tensor()
    return tf.fill([tf.shape(padded)[0]], tf.shape(padded)[1])


def plain_python(strings):
    return [len(one.decode()) for one in strings.numpy()]


def two_bytes_each(strings):
    wide = tf.strings.unicode_transcode(strings, "UTF-8", "UTF-16-BE")
    return tf.strings.length(wide) // 2


exercise = Exercise(
    count_code_points,
    points=1,
    minutes=5,
    difficulty=1,
    importance=3,
    after="scatter_scores",
    teaches=["T-33", "T-35"],
    questions=[
        ask.values(
            "count_code_points(strings)",
            case(strings=["café", "abc", "", "日本語", "🙂🚀"]),
            case(strings=text(10, low=1, high=9)),
            case(strings=text(3, low=20, high=40)),
            case(strings=text(1, low=2)),
        ),
        ask.values(
            "count_code_points(strings)",
            case(strings=["", "e\u0301", "👩\u200d🚀", "  ", "a b\n"]),
            case(strings=text(6, high=2)),
            name="edges",
            title="Empty strings, and signs of several code points",
        ),
        ask.in_graph(
            "count_code_points(strings)",
            case(strings=text(6, low=1)),
            case(strings=text(3, low=1)),
        ),
    ],
    hints=[
        "Let TensorFlow print a string with an accent: what do you see in place of the é?",
        "`tf.strings.length` counts bytes unless told otherwise. Its second argument says what "
        "to count.",
        'Units are "BYTE" and "UTF8_CHAR".',
        "return tf.strings.length(…, unit=…)",
    ],
    mistakes=[
        Mistake(
            bytes_counted,
            "You count bytes, as `tf.strings.length` does by default: é takes two of them, 🙂 "
            "four. It can count in another unit.",
        ),
        Mistake(
            left_in_64_bits,
            "The counts are right, but they are int64, as the lengths of ragged rows are. Int32 "
            "is asked for: convert them.",
        ),
        Mistake(
            all_together,
            "You return one number for all strings. Every string has its own count.",
        ),
        Mistake(
            the_longest_for_all,
            "After padding, all rows are as long as the longest, and that is what you count. "
            "How long were they before?",
        ),
        Mistake(
            plain_python,
            "Python does the counting, one string after the other: in a graph there are no "
            "strings yet that it could decode. `tf.strings` has a function that counts.",
        ),
        Mistake(
            two_bytes_each,
            "In UTF-16 a code point beyond 65535, such as 🙂, takes two units: you count it twice.",
        ),
    ],
)
