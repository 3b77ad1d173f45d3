"""A wrong answer: the arguments are reversed."""

import tensorflow as tf


def export_and_restore(function, signature, path):
    module = tf.Module()
    signature = signature[::-1]
    module.f = tf.function(lambda *args: function(*args[::-1]), input_signature=signature)
    tf.saved_model.save(module, path)
    return tf.saved_model.load(path).f
