"""Tools that a model may call: from a Python function to a schema, and from a call to arguments.

>>> from vllm_sdk import tool
>>> @tool
... def get_weather(city: str) -> str:
...     \"\"\"Tell the weather in a city.\"\"\"
...     return f"18 degrees and sunny in {city}"
>>> get_weather.arguments_of('{"city": "Paris"}')
{'city': 'Paris'}

| module | knows |
|---|---|
| `tool` | `Tool`, and `tool`, which makes one |
| `signatures`, `docstrings` | what a function takes, and what it says of it |
| `given` | schemas that the developer gives, and raw arguments |
| `sets` | the tools of one conversation |
| `results` | what the model is told of a result or an error |
| `prompt` | descriptive mode: the instructions, the constraint, the reading of replies |
| `histories` | calls and results as plain turns |
| `schemas` | schemas inside of schemas |
"""

from vllm_sdk._tools.prompt import ToolPrompt
from vllm_sdk._tools.tool import Callables, Tool, as_tool, index_tools, tool

__all__ = ["Callables", "Tool", "ToolPrompt", "as_tool", "index_tools", "tool"]
