"""Blocks -> Markdown. Stable, one line for each block, nothing wrapped; text from outside renders as text."""

from collections.abc import Sequence

from curbside.model.answer import Answer
from curbside.render import outside
from curbside.render.answer_page import answer_blocks
from curbside.render.blocks import Block, Grid, Heading, Item, Line, Run, Style


def answer_markdown(answer: Answer, as_of: str) -> str:
    """The page of an answer as Markdown. `as_of` is an ISO date."""
    return to_markdown(answer_blocks(answer, as_of))


def to_markdown(blocks: Sequence[Block]) -> str:
    """Markdown of a page, ending with one line break; list items stand tight, all else apart."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(block, Item) and isinstance(before, Item)):
            lines.append("")
        lines.extend(_block(block))
        before = block
    return "\n".join(lines) + "\n"


def _block(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"{'#' * block.level} {outside.markdown(block.text)}"]
    if isinstance(block, Line):
        return [_runs(block.runs)]
    if isinstance(block, Item):
        bullet = "-" if block.number is None else f"- {block.number}\\."
        return [f"{'  ' * block.depth}{bullet} {_runs(block.runs)}"]
    return _grid(block)


def _runs(runs: Sequence[Run]) -> str:
    shown = [run for run in runs if outside.visible(run.text)]
    return " ".join(_run(run, starts_line=i == 0) for i, run in enumerate(shown))


def _run(run: Run, starts_line: bool) -> str:
    match run.style:
        case Style.CITE:
            return run.text
        case Style.LINK:
            return f"<{run.text}>"
        case Style.QUOTE:
            return f"“{outside.markdown(run.text)}”"
        case Style.STRONG | Style.ALERT:
            return f"**{outside.markdown(run.text)}**"
        case Style.MARK:
            return f"*{outside.markdown(run.text)}*"
        case Style.PLAIN:
            return outside.markdown(run.text, starts_line)


def _grid(grid: Grid) -> list[str]:
    margin = "  " * grid.depth
    rows = [grid.columns, ("---",) * len(grid.columns)]
    cells = [[outside.markdown(cell) for cell in row] for row in (rows[0], *grid.rows)]
    cells.insert(1, list(rows[1]))
    return [f"{margin}| {' | '.join(row)} |" for row in cells]
