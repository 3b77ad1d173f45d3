"""A wrong answer: python max."""


def pinball_loss(quantile):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return max(quantile * error, (quantile - 1) * error)

    return loss
