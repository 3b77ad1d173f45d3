"""A right answer: rows mapped."""

import tensorflow as tf


def common_members(a, b, padding):
    def one(rows):
        of_a, of_b = rows
        both = tf.reduce_any(of_a[:, None] == of_b, axis=1)
        return tf.sort(tf.boolean_mask(of_a, both))

    signature = tf.RaggedTensorSpec([None], a.dtype, ragged_rank=0)
    return tf.map_fn(one, (a, b), fn_output_signature=signature).to_tensor(padding)
