"""Chapter 2: losses, and the other small parts of a model. Hands on the references."""

from course.losses.create_huber import create_huber
from course.losses.gaussian_nll import gaussian_nll
from course.losses.glorot_initializer import glorot_initializer
from course.losses.huber_fn import huber_fn
from course.losses.huber_loss import HuberLoss
from course.losses.l1_regularizer import l1_regularizer
from course.losses.l1_regularizer_class import L1Regularizer
from course.losses.mixture_nll import mixture_nll
from course.losses.pinball_loss import pinball_loss
from course.losses.positive_weights import positive_weights
from course.losses.reload_model import reload_model
from course.losses.softplus import softplus
from course.losses.weighted_log_likelihood import WeightedLogLikelihood

__all__ = [
    "HuberLoss",
    "L1Regularizer",
    "WeightedLogLikelihood",
    "create_huber",
    "gaussian_nll",
    "glorot_initializer",
    "huber_fn",
    "l1_regularizer",
    "mixture_nll",
    "pinball_loss",
    "positive_weights",
    "reload_model",
    "softplus",
]
