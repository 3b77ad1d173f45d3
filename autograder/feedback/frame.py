"""What all cards have in common: colours, the frame, and prose with code in it.

Only inline styles: Jupyter, Colab, VS Code and nbgrader's feedback keep them, and where they are
dropped, as on GitHub, the words alone must tell it all. Text has the colour of the page around it,
and grounds are see-through, so that a card fits a light and a dark theme alike.
"""

from __future__ import annotations

import re
from html import escape

# Told apart by colour-blind readers (Okabe and Ito's green and vermilion), with a contrast of 3:1
# and more against white and the dark themes' grounds, tinted or not; a word always says the same.
RIGHT, WRONG, OPEN = "#009e73", "#d55e00", "#7f8c99"
SIGNS = {RIGHT: "✓", WRONG: "✗", OPEN: "○"}
TINTS = {
    RIGHT: "rgba(0,158,115,0.1)",
    WRONG: "rgba(213,94,0,0.1)",
    OPEN: "rgba(127,140,153,0.1)",
}
LINE = "rgba(127,140,153,0.4)"


def framed(
    body: str, colour: str, name: str, data: str, padding: int = 12, role: str = "region"
) -> str:
    """A card: a region of its own for screen readers, with an edge in the outcome's colour.

    Args:
        body: HTML.
        colour: One of the palette's.
        name: What a screen reader calls it.
        data: Further attributes, as text.
        padding: Pixels above and below.
        role: "region", whose name must be the page's only one; "group" where there may be several.
    """
    tag = "section" if role == "region" else "div"
    return (
        f'<{tag} class="tapework-card" role="{role}" aria-label="{escape(name)}" {data} '
        f'style="box-sizing:border-box;max-width:760px;margin:6px 0;'
        f"padding:{padding}px clamp(8px,2.5vw,16px);"
        f"border:1px solid {LINE};border-left:6px solid {colour};border-radius:8px;"
        f'font-size:14px;line-height:1.5;overflow-wrap:anywhere">'
        f"{body}</{tag}>"
    )


def sign(colour: str) -> str:
    """The outcome's sign, which the words beside it tell without it."""
    return (
        f'<span aria-hidden="true" style="color:{colour};font-weight:bold">{SIGNS[colour]}</span>'
    )


def paragraph(body: str, style: str = "") -> str:
    """A paragraph of HTML with the card's own distances, whatever the page's are."""
    return f'<p style="margin:6px 0;{style}">{body}</p>'


def told(body: str, colour: str) -> str:
    """The sentence that matters most: larger, on a ground in the outcome's tint."""
    return paragraph(
        body,
        f"margin:10px 0;padding:8px 12px;border-radius:6px;background:{TINTS[colour]};"
        "font-size:16px;font-weight:600",
    )


def prose(text: str) -> str:
    """Text with `code` set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def code(text: str) -> str:
    """Code or values: spaces and lines stay, and what is too long wraps."""
    style = "white-space:pre-wrap;overflow-wrap:anywhere;background:none;padding:0"
    return f'<code style="{style}">{escape(text)}</code>'
