"""A wrong answer: by numpy."""

import numpy as np
import tensorflow as tf


def length(n):
    count = np.int32(1)
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += np.int32(1)
    return count


@tf.function
def collatz_length(n):
    return tf.numpy_function(length, [n], tf.int32, stateful=False)
