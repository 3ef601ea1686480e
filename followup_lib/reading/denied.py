"""Words by which a person says that something is not so, or not yet."""

import re

DENIED = re.compile(
    r"\b(?:no|not|never|without|cancel(?:l?ed)?|waiting (?:for|on)|hop(?:e|ing)|dont|doesnt"
    r"|didnt|called (?:it )?off)\b|n['’]t\b",
    re.IGNORECASE,
)
