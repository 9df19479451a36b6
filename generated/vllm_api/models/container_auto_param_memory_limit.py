from typing import Literal

ContainerAutoParamMemoryLimit = Literal["16g", "1g", "4g", "64g"]

CONTAINER_AUTO_PARAM_MEMORY_LIMIT_VALUES: set[ContainerAutoParamMemoryLimit] = {
    "16g",
    "1g",
    "4g",
    "64g",
}


def check_container_auto_param_memory_limit(
    value: str,
) -> ContainerAutoParamMemoryLimit:
    if value in CONTAINER_AUTO_PARAM_MEMORY_LIMIT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CONTAINER_AUTO_PARAM_MEMORY_LIMIT_VALUES!r}"
    )
