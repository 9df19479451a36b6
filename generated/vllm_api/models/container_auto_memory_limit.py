from typing import Literal

ContainerAutoMemoryLimit = Literal["16g", "1g", "4g", "64g"]

CONTAINER_AUTO_MEMORY_LIMIT_VALUES: set[ContainerAutoMemoryLimit] = {
    "16g",
    "1g",
    "4g",
    "64g",
}


def check_container_auto_memory_limit(value: str) -> ContainerAutoMemoryLimit:
    if value in CONTAINER_AUTO_MEMORY_LIMIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CONTAINER_AUTO_MEMORY_LIMIT_VALUES!r}"
    )
