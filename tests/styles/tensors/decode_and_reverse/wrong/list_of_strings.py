"""A wrong answer: list of strings."""


def decode_and_reverse(strings):
    return [one.decode()[::-1] for one in strings.numpy()]
