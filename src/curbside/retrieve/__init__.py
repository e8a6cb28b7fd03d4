"""Hits become evidence: fused, reranked, selected by relevance, kind, standing and fidelity."""
