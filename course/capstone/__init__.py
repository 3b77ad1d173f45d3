"""Chapter 8: everything together, a regressor that says how sure it is."""

from course.capstone.mixture_regressor import MixtureRegressor
from course.capstone.negative_log_likelihood import NegativeLogLikelihood
from course.capstone.train_regressor import train_regressor

__all__ = ["MixtureRegressor", "NegativeLogLikelihood", "train_regressor"]
