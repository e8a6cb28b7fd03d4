"""`python -m tests.golden.rewrite`: writes every golden page as it is now. The diff is the review of the change."""

from tests.golden.cases import answered, files, read, write
from tests.golden.run import Bench


def main() -> None:
    """Rewrites the case files that changed and names them."""
    with Bench() as bench:
        for path in files():
            before = path.read_text(encoding="utf-8")
            case = read(before)
            after = write(answered(case, bench.answer(case.question, case.corpus)))
            if after != before:
                path.write_text(after, encoding="utf-8")
                print(f"rewrote {path.name}")


if __name__ == "__main__":
    main()
