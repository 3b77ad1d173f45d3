"""Chapter 1: tensors, TensorFlow as an array library. Hands on the references."""

from course.tensors.common_members import common_members
from course.tensors.count_code_points import count_code_points
from course.tensors.decode_and_reverse import decode_and_reverse
from course.tensors.first_powers import first_powers
from course.tensors.from_numpy import from_numpy
from course.tensors.mixed_sum import mixed_sum
from course.tensors.pad_ragged import pad_ragged
from course.tensors.pairwise_squared_distances import pairwise_squared_distances
from course.tensors.ragged_row_means import ragged_row_means
from course.tensors.scatter_scores import scatter_scores
from course.tensors.serve_by_priority import serve_by_priority
from course.tensors.sparse_matvec import sparse_matvec
from course.tensors.standardize import standardize
from course.tensors.swap_rows import swap_rows
from course.tensors.tensor_kind import tensor_kind
from course.tensors.twice import twice

__all__ = [
    "common_members",
    "count_code_points",
    "decode_and_reverse",
    "first_powers",
    "from_numpy",
    "mixed_sum",
    "pad_ragged",
    "pairwise_squared_distances",
    "ragged_row_means",
    "scatter_scores",
    "serve_by_priority",
    "sparse_matvec",
    "standardize",
    "swap_rows",
    "tensor_kind",
    "twice",
]
