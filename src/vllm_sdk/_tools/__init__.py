"""Tools that a model may call: the schema of a Python function, and the arguments of a call.

>>> from vllm_sdk import tool
>>> @tool
... def get_weather(city: str) -> str:
...     \"\"\"Tell the weather in a city.\"\"\"
...     return f"18 degrees and sunny in {city}"
>>> get_weather.arguments_of('{"city": "Paris"}')
{'city': 'Paris'}

| module | defines |
|---|---|
| `tool` | `Tool`, its builder `tool`, and the tools of one conversation |
| `signatures`, `docstrings` | the parameters of a function, and their descriptions |
| `explicit_schema` | schemas that the developer writes, and raw arguments |
| `injection` | parameters that the model does not see |
| `final` | a result that ends the loop |
| `lenient` | arguments with JSON text in place of an object |
| `results` | the message that the model reads of a result or an error |
| `result_json` | a result as JSON |
| `step_prompt` | descriptive mode in steps: the instructions, the examples of a choice |
| `prompt` | descriptive mode: the instructions, the constraint, the decoding of replies |
| `transcripts` | the conversion of calls and results to plain turns |
| `schemas` | schemas inside of other schemas |
"""

from vllm_sdk._tools.final import Final
from vllm_sdk._tools.injection import Injected
from vllm_sdk._tools.prompt import ToolPrompt
from vllm_sdk._tools.step_prompt import StepPrompt
from vllm_sdk._tools.tool import Callables, Tool, as_tool, index_tools, tool

__all__ = [
    "Callables",
    "Final",
    "Injected",
    "StepPrompt",
    "Tool",
    "ToolPrompt",
    "as_tool",
    "index_tools",
    "tool",
]
