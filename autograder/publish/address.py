"""Where the course is published: the one place that reads its address and makes links from it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from autograder.catalogue import distribution_of

BRANCH = "main"
COLAB = "https://colab.research.google.com"
BINDER = "https://mybinder.org"


@dataclass(frozen=True)
class Address:
    """The distribution that a course comes in, and its repository."""

    distribution: str
    repository: str

    @property
    def requirement(self) -> str:
        """What pip installs: `tapework @ git+https://…`."""
        return f"{self.distribution} @ git+{self.repository}"

    def badges(self, path: str) -> str:
        """Links that open a notebook of the repository elsewhere, in Markdown.

        Args:
            path: The notebook's path in the repository.

        Returns:
            One line, empty where the repository is not on GitHub.
        """
        parts = urlsplit(self.repository)
        if parts.hostname != "github.com":
            return ""
        owner = parts.path.strip("/").removesuffix(".git")
        colab = f"{COLAB}/github/{owner}/blob/{BRANCH}/{path}"
        binder = f"{BINDER}/v2/gh/{owner}/{BRANCH}?urlpath=lab/tree/{path}"
        return (
            f"[![Open in Colab]({COLAB}/assets/colab-badge.svg)]({colab}) "
            f"[![Open in Binder]({BINDER}/badge_logo.svg)]({binder})"
        )


def address_of(package: str) -> Address | None:
    """The address of an installed course, or None where its distribution names no repository."""
    distribution = distribution_of(package)
    for line in (distribution and distribution.metadata.get_all("Project-URL")) or ():
        label, _, url = line.partition(",")
        if distribution and label.strip() == "Repository":
            return Address(distribution.name, url.strip().rstrip("/"))
    return None
