"""A wrong answer: always three."""


def predict_traces(calls):
    return min(3, len(calls))
