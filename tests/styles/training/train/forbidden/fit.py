"""A stand-in: compile and fit."""


def train(model, dataset, epochs, optimizer, loss_fn, metrics):
    model.compile(optimizer=optimizer, loss=loss_fn, metrics=metrics)
    return model.fit(dataset, epochs=epochs, verbose=0, shuffle=False).history
