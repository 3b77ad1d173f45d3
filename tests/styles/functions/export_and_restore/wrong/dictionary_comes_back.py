"""A wrong answer: the server's dictionary comes back."""

import tensorflow as tf


def export_and_restore(function, signature, path):
    module = tf.Module()
    module.f = tf.function(function, input_signature=signature)
    tf.saved_model.save(module, path)
    serve = tf.saved_model.load(path).signatures["serving_default"]
    names = list(serve.structured_input_signature[1])
    return lambda *args: serve(**dict(zip(names, args, strict=True)))
