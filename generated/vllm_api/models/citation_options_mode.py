from typing import Literal

CitationOptionsMode = Literal["ACCURATE", "DISABLED", "ENABLED", "FAST", "OFF"]

CITATION_OPTIONS_MODE_VALUES: set[CitationOptionsMode] = {
    "ACCURATE",
    "DISABLED",
    "ENABLED",
    "FAST",
    "OFF",
}


def check_citation_options_mode(value: str) -> CitationOptionsMode:
    if value in CITATION_OPTIONS_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CITATION_OPTIONS_MODE_VALUES!r}"
    )
