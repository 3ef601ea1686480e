"""`python -m followup_lib.cli` is `followup`."""

import sys

from followup_lib.cli import main

sys.exit(main())
