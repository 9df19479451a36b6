"""Make the real models from what their packages contain, and check each by what it knows.

    python real.py FOLDER NAME SOURCE

This script runs in the server's environment, with the packages of the model on its path. SOURCE is
the GGUF file, or the folder with the weights.
"""

# mypy: disable-error-code="import-not-found, untyped-decorator, no-untyped-call"
# pyright: basic, reportMissingImports=false

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import torch
import transformers

QUESTION, KNOWN = "What is the capital of France?", "Paris"
TEXTS = ("A cat sleeps on the sofa.", "A kitten naps on the couch.", "The car needs a new engine.")

NOT_SERVED = ("data_config.json", ".gitattributes")
"""Files of the embedding model's package that describe only how it was trained."""


def make_smollm2(folder: Path, source: Path) -> None:
    """Turn a quantised GGUF into the weights and the tokenizer that vLLM reads."""
    given = {"pretrained_model_name_or_path": source.parent, "gguf_file": source.name}
    model = transformers.AutoModelForCausalLM.from_pretrained(
        **given,
        dtype=torch.bfloat16,
        quantization_config=transformers.GgufConfig(dequantize=True),
    )
    # The weights are bfloat16 now. With the mark of the file, vLLM would look for quantised ones.
    model.hf_quantizer = None
    model.config.quantization_config = None
    model.save_pretrained(folder)
    transformers.AutoTokenizer.from_pretrained(**given).save_pretrained(folder)
    check_answer(folder)


def check_answer(folder: Path) -> None:
    """Check that the saved model answers a question at temperature 0."""
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.bfloat16)
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    asked = tokenizer.apply_chat_template(
        [{"role": "user", "content": QUESTION}],
        add_generation_prompt=True,
        return_tensors="pt",
        return_dict=True,
    )
    with torch.inference_mode():
        generated = model.generate(**asked, max_new_tokens=16, do_sample=False)
    answer = tokenizer.decode(generated[0][asked["input_ids"].shape[1] :])
    if KNOWN not in answer:
        sys.exit(f"The model does not know {KNOWN}: to {QUESTION!r} it answers {answer!r}.")


def make_minilm(folder: Path, source: Path) -> None:
    """Copy the embedding model."""
    ignored = shutil.ignore_patterns(*NOT_SERVED)
    shutil.copytree(source, folder, ignore=ignored, dirs_exist_ok=True)
    check_neighbours(folder)


def check_neighbours(folder: Path) -> None:
    """Check that a cat is nearer to a kitten than to a car."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModel.from_pretrained(folder)
    inputs = tokenizer(list(TEXTS), padding=True, return_tensors="pt")
    with torch.inference_mode():
        states = model(**inputs).last_hidden_state
    mask = inputs["attention_mask"][..., None]
    means = (states * mask).sum(1) / mask.sum(1)
    cat, kitten, car = torch.nn.functional.normalize(means)
    near, far = float(cat @ kitten), float(cat @ car)
    if not near > far + 0.2:
        sys.exit(f"The model does not know cats: cat~kitten is {near:.2f}, cat~car {far:.2f}.")


MAKERS = {"smollm2": make_smollm2, "minilm": make_minilm}

if __name__ == "__main__":
    MAKERS[sys.argv[2]](Path(sys.argv[1]), Path(sys.argv[3]))
