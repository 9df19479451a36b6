from dataclasses import dataclass
from .document import Document
@dataclass
class Spec:
    document: Document
    versions: Document
def committed(root, commit): return None
def render(a,b): return ""
