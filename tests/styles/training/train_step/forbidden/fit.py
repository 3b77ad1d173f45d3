"""A stand-in: fit with one batch."""


def train_step(model, optimizer, loss_fn, x, y):
    model.compile(optimizer=optimizer, loss=loss_fn)
    return model.fit(x, y, batch_size=len(x), verbose=0).history["loss"][0]
