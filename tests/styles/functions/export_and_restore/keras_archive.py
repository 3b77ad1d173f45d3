"""A right answer: Keras' export archive."""

import keras
import tensorflow as tf


def export_and_restore(function, signature, path):
    archive = keras.export.ExportArchive()
    archive.add_endpoint(name="run", fn=lambda *args: function(*args), input_signature=signature)
    archive.write_out(path, verbose=False)
    return tf.saved_model.load(path).run
