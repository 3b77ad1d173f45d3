"""Chapter 3: metrics, what people read. Hands on the references."""

from course.metrics.f1_score import F1Score
from course.metrics.huber_metric import HuberMetric
from course.metrics.mean_of_batch_precisions import mean_of_batch_precisions
from course.metrics.overall_precision import overall_precision
from course.metrics.r_squared import RSquared
from course.metrics.streaming_precision import StreamingPrecision
from course.metrics.weighted_mse import WeightedMSE

__all__ = [
    "F1Score",
    "HuberMetric",
    "RSquared",
    "StreamingPrecision",
    "WeightedMSE",
    "mean_of_batch_precisions",
    "overall_precision",
]
