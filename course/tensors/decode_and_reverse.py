"""Working on code points: decode, work on numbers, encode again.

Source: the tutorial on Unicode strings, https://www.tensorflow.org/text/guide/unicode.
"""

import tensorflow as tf

from autograder import Exercise, Mistake, ask, case, text


def decode_and_reverse(strings):
    """Reverses every string, code point by code point.

    In UTF-8 a code point takes one to four bytes, whose order must stay: reversed bytes are no
    text any more. So decode the strings to code points, reverse those, and encode them again. An
    empty string stays empty, and the order of the strings themselves stays.

    Args:
        strings: String tensor (n,), each in UTF-8.

    Returns:
        String tensor (n,), each in UTF-8.

    Examples:
        >>> backwards = decode_and_reverse(tf.constant(["café", "", "日本"]))
        >>> [one.decode() for one in backwards.numpy()]
        ['éfac', '', '本日']
    """
    ### BEGIN SOLUTION
    points = tf.strings.unicode_decode(strings, "UTF-8")  # ragged (n, …)
    return tf.strings.unicode_encode(points[:, ::-1], "UTF-8")
    ### END SOLUTION


def bytes_reversed(strings):
    return tf.strings.reduce_join(tf.strings.bytes_split(strings)[:, ::-1], axis=-1)


def order_of_the_strings(strings):
    return tf.reverse(strings, axis=[0])


def not_encoded(strings):
    return tf.strings.unicode_decode(strings, "UTF-8")[:, ::-1]


def not_reversed(strings):
    points = tf.strings.unicode_decode(strings, "UTF-8")
    return tf.strings.unicode_encode(points, "UTF-8")


def padded_with_zeros(strings):
    points = tf.strings.unicode_decode(strings, "UTF-8").to_tensor()
    return tf.strings.unicode_encode(points[:, ::-1], "UTF-8")


def everything_reversed(strings):
    points = tf.strings.unicode_decode(strings, "UTF-8")[::-1, ::-1]
    return tf.strings.unicode_encode(points, "UTF-8")


def plain_python(strings):
    return tf.constant([one.decode()[::-1] for one in strings.numpy()])


def encode_for_decode(strings):
    points = tf.strings.unicode_encode(strings, "UTF-8")
    return tf.strings.unicode_decode(points[:, ::-1], "UTF-8")


exercise = Exercise(
    decode_and_reverse,
    points=2,
    minutes=8,
    difficulty=2,
    importance=2,
    after="count_code_points",
    teaches=["T-34", "T-35", "T-36"],
    questions=[
        ask.values(
            "decode_and_reverse(strings)",
            case(strings=["café", "abc", "", "日本語", "🙂🚀"]),
            case(strings=text(8, low=2)),
            case(strings=text(3, low=20, high=40)),
            case(strings=text(1, low=2)),
        ),
        ask.values(
            "decode_and_reverse(strings)",
            case(strings=["", "e\u0301x", " a", "a b\n", "👩\u200d🚀"]),
            case(strings=text(8, high=2)),
            name="edges",
            title="Empty strings, and signs of several code points",
            weight=0.5,
        ),
        ask.in_graph(
            "decode_and_reverse(strings)",
            case(strings=text(6, low=2)),
            case(strings=text(3, low=2)),
        ),
    ],
    hints=[
        "Which two functions of `tf.strings` lead from bytes to code points, and back?",
        "`tf.strings.unicode_decode` gives a ragged tensor: a row of code points for each string, "
        "each as long as it is.",
        "Ragged tensors take slices with a step, as lists do: `[::-1]` runs backwards. Which axis "
        "is to run backwards?",
        'points = tf.strings.unicode_decode(…, "UTF-8")\n'
        'return tf.strings.unicode_encode(points[…, …], "UTF-8")',
    ],
    mistakes=[
        Mistake(
            bytes_reversed,
            "You reverse bytes. The two of é come out in the wrong order, and that is no UTF-8 "
            "any more. Which unit keeps a sign together?",
        ),
        Mistake(
            order_of_the_strings,
            "You reverse the order of the strings. Each of them is to be reversed inside.",
        ),
        Mistake(
            not_encoded,
            "You return numbers, the code points in the right order. Strings are asked for: "
            "encode them.",
        ),
        Mistake(
            not_reversed,
            "You decode and encode, and what comes out is what went in: in between, the code "
            "points are to be turned round.",
        ),
        Mistake(
            padded_with_zeros,
            "The zeros that fill up shorter rows became characters of their own, in front of "
            "the text. Stay ragged: nothing needs to be filled up.",
        ),
        Mistake(
            everything_reversed,
            "Each string is reversed, and so is their order. The first axis is to stay.",
        ),
        Mistake(
            plain_python,
            "In a graph there are no strings yet that Python could decode: `tf.strings` does it "
            "in both modes.",
        ),
        Mistake(
            encode_for_decode,
            "The two have changed places: decoding leads from bytes to code points, encoding "
            "back to bytes.",
        ),
    ],
)
