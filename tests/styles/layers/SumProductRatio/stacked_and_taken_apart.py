"""A right answer: stacked and taken apart."""

import keras
import tensorflow as tf


class SumProductRatio(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, inputs):
        both = tf.stack(inputs)
        ratio = both[0] / both[1]
        return [tf.reduce_sum(both, axis=0), tf.reduce_prod(both, axis=0), ratio]
