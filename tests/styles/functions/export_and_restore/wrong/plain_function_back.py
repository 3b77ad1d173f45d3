"""A wrong answer: the plain function comes back."""

import tensorflow as tf


def export_and_restore(function, signature, path):
    module = tf.Module()
    module.f = tf.function(function, input_signature=signature)
    tf.saved_model.save(module, path)
    tf.saved_model.load(path)
    return function
