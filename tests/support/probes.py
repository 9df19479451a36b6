"""Keep the probes with which slipcover measures the coverage, from the import of this module on.

slipcover removes a probe in Python code that another probe calls, and loses the Ctrl-C that a test
sends meanwhile. A probe costs little.
"""

from __future__ import annotations

import sys

if "slipcover.pytest_plugin" in sys.modules:
    from slipcover import pytest_plugin

    if pytest_plugin._slipcover_instance:
        pytest_plugin._slipcover_instance.d_miss_threshold = sys.maxsize
