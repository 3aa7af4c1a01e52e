"""Which pack stands nearer: a deployment names its packs, each stands under others, and the nearer one prevails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .errors import Fault, LawError
from .reading import Tree


def nearness(tree: Tree, named: Sequence[str]) -> tuple[str, ...]:
    """The named packs and all they stand under, near → far; a pack always comes before what it stands under."""
    far_first: list[str] = []

    def climb(name: str) -> None:
        if name in far_first:
            return
        if name not in tree.packs:
            raise LawError(
                f"没有名为“{name}”的法规包。现有：{'、'.join(sorted(tree.packs)) or '无'}。请检查 SANWEI_PACKS。"
            )
        for upper in reversed(tree.packs[name].row.under):
            climb(upper)
        far_first.append(name)

    for name in reversed(named):
        climb(name)
    return tuple(reversed(far_first))


def above(tree: Tree, pack: str) -> set[str]:
    """`pack` and every pack it stands under, however far; unknown names and circles do no harm."""
    seen: set[str] = set()
    waiting = [pack]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += tree.packs[name].row.under if name in tree.packs else []
    return seen


def circle_faults(tree: Tree) -> Iterator[Fault]:
    """A pack that, going up, meets itself again."""
    for name, entry in tree.packs.items():
        for spot, upper in enumerate(entry.row.under):
            if name in above(tree, upper):
                yield entry.fault(f"包“{name}”经“{upper}”又回到自身，成了循环；请改 under。", "under", spot)
