"""The Hypothesis profiles, which decide how many examples a property is tested with."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

PROFILES = {"full": 100, "quick": 10}
"""The examples of a property that asks for no number, by the profile's name."""


def register_profiles() -> None:
    """Register the profiles, and load the full one; `--hypothesis-profile` may name the other.

    Both draw the same cases in every run, so a failure is repeated until it is fixed.
    """
    for name, count in PROFILES.items():
        settings.register_profile(
            name, max_examples=count, derandomize=True, deadline=None, print_blob=True
        )
    settings.load_profile("full")


def examples(count: int = PROFILES["full"], **more: Any) -> settings:
    """Build the settings of a property with its own number of examples.

    Args:
        count: The number of examples in the full profile. The quick one runs proportionally fewer,
            but at least one.
        more: Further Hypothesis settings.
    """
    share = settings.default.max_examples / PROFILES["full"]
    return settings(max_examples=max(1, round(count * share)), **more)
