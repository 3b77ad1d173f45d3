"""A right answer: numbers collected."""

import tensorflow as tf


@tf.function
def collatz_length(n):
    numbers = tf.TensorArray(n.dtype, size=0, dynamic_size=True)
    while n > 1:
        numbers = numbers.write(numbers.size(), n)
        if tf.equal(n % 2, 0):
            n //= 2
        else:
            n = n * 3 + 1
    return numbers.size() + 1
