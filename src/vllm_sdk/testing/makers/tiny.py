"""Make the models of the other tasks: tiny, with random weights, in a second or two.

    python tiny.py FOLDER NAME

This script runs in the server's environment, never in the SDK's. The seed of the weights is fixed.
"""

# mypy: disable-error-code="import-not-found, untyped-decorator, no-untyped-call"
# pyright: basic, reportMissingImports=false

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
import transformers
from chat_format import CHAT_TEMPLATE, train_tokenizer
from noise import WORDS, Noise
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers

HIDDEN, LAYERS, HEADS = 128, 2, 2
LENGTH = 2048
TEXTS = [*WORDS * 4, *["yes", "no"] * 50, Noise(1).make_prose(400)]

SIZES: dict[str, Any] = {
    "initializer_range": 0.2,  # large enough that different texts get different answers
    "hidden_size": HIDDEN,
    "intermediate_size": 2 * HIDDEN,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
}
"""The settings that most of the configurations share."""


def save(model: Any, folder: Path) -> None:
    """Write a model as vLLM reads it."""
    model.eval().to(torch.bfloat16).save_pretrained(folder)


def make_decoder(folder: Path, config_class: Any, model_class: Any) -> None:
    """Make a model that writes text."""
    tokenizer = train_tokenizer(TEXTS, CHAT_TEMPLATE)
    config = config_class(
        **SIZES,
        num_key_value_heads=HEADS,
        head_dim=HIDDEN // HEADS,
        vocab_size=len(tokenizer),
        max_position_embeddings=2 * LENGTH,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    save(model_class(config), folder)
    tokenizer.save_pretrained(folder)


def make_random_llama(folder: Path) -> None:
    """Make a Llama that writes gibberish."""
    make_decoder(folder, transformers.LlamaConfig, transformers.LlamaForCausalLM)


def make_decide(folder: Path) -> None:
    """Make a Qwen3 with a tokenizer in which the labels of a decision are single tokens."""
    make_decoder(folder, transformers.Qwen3Config, transformers.Qwen3ForCausalLM)


def make_encoder(folder: Path, model_class: Any, labels: list[str] | None = None) -> None:
    """Make a BERT, with the labels of a classifier if there are any."""
    tokenizer = train_tokenizer(TEXTS)
    begin, between = "<|im_start|>", "<|im_end|>"
    tokenizer.backend_tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {between}",
        pair=f"{begin} $A {between} $B:1 {between}:1",
        special_tokens=[(each, tokenizer.convert_tokens_to_ids(each)) for each in (begin, between)],
    )
    tokenizer.model_input_names = ["input_ids", "token_type_ids", "attention_mask"]
    config = transformers.BertConfig(
        **SIZES,
        vocab_size=len(tokenizer),
        max_position_embeddings=LENGTH,
        pad_token_id=tokenizer.pad_token_id,
        **({"id2label": dict(enumerate(labels))} if labels else {}),
    )
    save(model_class(config), folder)
    tokenizer.save_pretrained(folder)


def make_embed(folder: Path) -> None:
    """Make an encoder of texts."""
    make_encoder(folder, transformers.BertModel)


def make_classify(folder: Path) -> None:
    """Make a classifier of texts, with three labels."""
    labels = ["positive", "neutral", "negative"]
    make_encoder(folder, transformers.BertForSequenceClassification, labels)


def make_score(folder: Path) -> None:
    """Make a cross-encoder, which scores a pair of texts with one number."""
    make_encoder(folder, transformers.BertForSequenceClassification, ["relevance"])


def make_tokens(folder: Path) -> None:
    """Make a classifier of tokens, with three labels."""
    make_encoder(folder, transformers.BertForTokenClassification, ["outside", "person", "place"])


def make_whisper(folder: Path) -> None:
    """Make a Whisper that transcribes gibberish."""
    from transformers.models.whisper.tokenization_whisper import LANGUAGES

    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=["<|endoftext|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator(TEXTS, trainer)
    learnt = json.loads(bpe.to_str())["model"]
    tokenizer = transformers.WhisperTokenizer(
        vocab=learnt["vocab"], merges=[tuple(pair) for pair in learnt["merges"]]
    )
    tasks = ["translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps"]
    marks = [f"<|{mark}|>" for mark in ("startoftranscript", *LANGUAGES, *tasks)]
    tokenizer.add_special_tokens({"additional_special_tokens": marks})
    tokenizer.add_tokens([f"<|{index * 0.02:.2f}|>" for index in range(1501)])
    ids = tokenizer.convert_tokens_to_ids
    config = transformers.WhisperConfig(
        vocab_size=len(tokenizer),
        d_model=HIDDEN,
        encoder_layers=LAYERS,
        decoder_layers=LAYERS,
        encoder_attention_heads=HEADS,
        decoder_attention_heads=HEADS,
        encoder_ffn_dim=2 * HIDDEN,
        decoder_ffn_dim=2 * HIDDEN,
        bos_token_id=ids("<|endoftext|>"),
        eos_token_id=ids("<|endoftext|>"),
        pad_token_id=ids("<|endoftext|>"),
        decoder_start_token_id=ids("<|startoftranscript|>"),
        init_std=0.2,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    save(transformers.WhisperForConditionalGeneration(config), folder)
    processor = transformers.WhisperProcessor(transformers.WhisperFeatureExtractor(), tokenizer)
    processor.save_pretrained(folder)


def make_lora(folder: Path) -> None:
    """Make a LoRA adapter of rank 8 for the queries and values of both Llamas."""
    rank = 8
    weights = {}
    for layer in range(LAYERS):
        for part in ("q_proj", "v_proj"):
            name = f"base_model.model.model.layers.{layer}.self_attn.{part}"
            weights[f"{name}.lora_A.weight"] = torch.randn(rank, HIDDEN)
            weights[f"{name}.lora_B.weight"] = torch.randn(HIDDEN, rank)
    save_file(weights, folder / "adapter_model.safetensors")
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": "random",
        "r": rank,
        "lora_alpha": rank,
        "lora_dropout": 0.0,
        "bias": "none",
        "target_modules": ["q_proj", "v_proj"],
    }
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=2), "utf-8")


MAKERS = {
    "random": make_random_llama,
    "decide": make_decide,
    "embed": make_embed,
    "classify": make_classify,
    "score": make_score,
    "tokens": make_tokens,
    "whisper": make_whisper,
    "lora": make_lora,
}

if __name__ == "__main__":
    torch.manual_seed(0)
    MAKERS[sys.argv[2]](Path(sys.argv[1]))
