"""A right answer: converted first."""


def collatz_length(n):
    n, count = int(n), 1
    while n != 1:
        n, count = (n // 2 if n % 2 == 0 else 3 * n + 1), count + 1
    return count
