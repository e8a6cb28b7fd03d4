"""`python -m curbside` is the `curbside` command."""

from curbside.cli.main import main

main()
