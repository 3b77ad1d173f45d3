"""A wrong answer: function."""


def SumProductRatio(**kwargs):
    def call(inputs):
        a, b = inputs
        return a + b, a * b, a / b

    return call
