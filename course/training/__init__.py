"""Chapter 6: training loops. Hands on the references."""

from course.training.apply_constraints import apply_constraints
from course.training.clipped_train_step import clipped_train_step
from course.training.decision_line import decision_line
from course.training.linear_model import linear_model
from course.training.predict_in_batches import predict_in_batches
from course.training.random_batch import random_batch
from course.training.shuffled_split import shuffled_split
from course.training.square_loss import square_loss
from course.training.status_line import status_line
from course.training.train import train
from course.training.train_step import train_step
from course.training.training_step import training_step
from course.training.two_optimizer_model import TwoOptimizerModel
from course.training.wide_and_deep_step import wide_and_deep_step

__all__ = [
    "TwoOptimizerModel",
    "apply_constraints",
    "clipped_train_step",
    "decision_line",
    "linear_model",
    "predict_in_batches",
    "random_batch",
    "shuffled_split",
    "square_loss",
    "status_line",
    "train",
    "train_step",
    "training_step",
    "wide_and_deep_step",
]
