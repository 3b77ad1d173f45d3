"""A stand-in: an optimizer that clips, in Keras' own step."""


def clipped_train_step(model, optimizer, loss_fn, x, y, max_norm):
    optimizer.global_clipnorm = max_norm
    model.compile(optimizer=optimizer, loss=loss_fn)
    return model.train_on_batch(x, y)
