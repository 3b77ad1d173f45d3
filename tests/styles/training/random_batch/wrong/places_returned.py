"""A wrong answer: places returned."""


def random_batch(inputs, targets, batch_size, rng):
    places = rng.integers(len(inputs), size=batch_size)
    return places, targets[places]
