"""A stand-in: train_on_batch."""


def train_step(model, optimizer, loss_fn, x, y):
    model.compile(optimizer=optimizer, loss=loss_fn)
    return model.train_on_batch(x, y)
