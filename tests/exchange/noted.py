"""Notes as people write them, with what their author meant, and what may be said of them at most.

Each line is a note beside an application with an interview on Wednesday, March 11, 2026; today is
Monday, March 16. `Noted` tells what is asked at import, and what the form for sorting fills in.
"""

from typing import NamedTuple


class Noted(NamedTuple):
    """What comes of a note: the question ("" for none), their words, one's own promise, an end."""

    asked: str = ""
    theirs: str = ""
    mine: str = ""
    kinds: tuple[str, ...] = ()


NOTES = {
    # Their word about when: never "They didn't give you a date" alone.
    "will call by Friday": Noted("said", "will call by Friday"),
    "nice people. will let me know by Friday": Noted("said", "will let me know by Friday"),
    "HR will email me by the 20th": Noted("said", "HR will email me by the 20th"),
    "should know by Friday": Noted("said", "should know by Friday"),
    "I should hear by Friday": Noted("said", "I should hear by Friday"),
    "met the team - decision by end of next week": Noted("said", "decision by end of next week"),
    "they will let me know soon": Noted("said", "they will let me know soon"),
    "Ana to call me Monday": Noted("said", "Ana to call me Monday"),
    # An offer, and by when to answer it: no promise of one's own, no word of theirs on when.
    "verbal offer 3/12 answer due Friday": Noted("offered", kinds=("an offer",)),
    "They offered me $18/hr - need to tell them by 3/20": Noted("offered", kinds=("an offer",)),
    "Got an offer!!! start 4/1": Noted("offered", kinds=("an offer",)),
    "got the offer letter, must sign by 3/20": Noted("offered", kinds=("an offer",)),
    "offered me the job; I need to answer by Friday": Noted("offered", kinds=("an offer",)),
    "OFFER - $19": Noted("offered", kinds=("an offer",)),
    # What only sounds like an offer.
    "they'd offer training": Noted(),
    "no offer yet": Noted(),
    "hoping for an offer": Noted(),
    "they may offer me more hours": Noted(),
    "they offer health insurance": Noted(),
    "waiting on their offer": Noted(),
    # What one would do oneself.
    "I owe them references by Friday": Noted(mine="I owe them references by Friday"),
    "owe her my portfolio": Noted(mine="owe her my portfolio"),
    "I need to send my transcripts": Noted(mine="I need to send my transcripts"),
    # An end: it stays out of the rest until somebody says so.
    "rejected 3/1 :(": Noted("ended", kinds=("an end",)),
    "declined - pay too low": Noted("ended", kinds=("an end",)),
    "they turned me down": Noted("ended", kinds=("an end",)),
    "not selected": Noted("ended", kinds=("an end",)),
    "filled online 3/12": Noted(),
    "filled 3/12": Noted("ended", kinds=("an end",)),
    "position filled": Noted("ended", kinds=("an end",)),
    "they said no on 3/12": Noted("ended", kinds=("an end",)),
    "I withdrew, too far": Noted("ended", kinds=("an end",)),
    # A talk with its day, beside the one that is known.
    "talked to Ana 3/4": Noted("talked", kinds=("a talk",)),
    "second interview 3/20 10am": Noted("talked", kinds=("a day ahead",)),
    "coffee with Jo on 3/11": Noted(),
    "I called 3/4 and spoke with Ana": Noted("talked", kinds=("a talk",)),
    "met Ana 3/4": Noted("talked", kinds=("a talk",)),
    "interview Fri 3/12": Noted("talked", kinds=("a talk",)),
    "interview Fri 3/12/2026": Noted("talked", kinds=("a talk",)),
    "met Tue 2026-03-12": Noted("talked", kinds=("a talk",)),
    "met Sam 3/12": Noted("talked", kinds=("a talk",)),
    "spoke to Dom 3/13": Noted("talked", kinds=("a talk",)),
    "emailed Mar 3/13": Noted("sent"),
    # What one did already: never "you can still thank them" unasked.
    "sent thank you 3/12": Noted("sent"),
    "thank-you note sent": Noted("sent"),
    "Sent Ana a thank you card 3/12": Noted("sent"),
    "nice people. emailed Ana 3/13": Noted("sent"),
    "followed up 3/13": Noted("sent"),
    "left vm 3/13": Noted("sent"),
    "I called 3/12, no answer": Noted("sent"),
    "called 3/12, left a message": Noted("sent"),
    "no answer when I called 3/12": Noted("sent"),
    "need to send a thank you": Noted(),
    "didn't send thank you": Noted(),
    "Ana emailed me 3/12": Noted("sent"),
    "emailed?": Noted(),
    # An answer they wait for is no word of theirs, and tells of an offer.
    "he wants an answer by 3/20": Noted("offered", kinds=("an offer",)),
    "have to decide by 3/20": Noted("offered", kinds=("an offer",)),
    "got the job!!!": Noted("offered", kinds=("an offer",)),
    "someone else got the job": Noted(),
    "said no to me": Noted("ended", kinds=("an end",)),
    "she said 2 weeks": Noted("said", "2 weeks"),
    "réponse avant le 27/3": Noted("said", "réponse avant le 27/3"),
    "decision expected mid-December": Noted("said", "decision expected mid-December"),
    "Ana says end of the month": Noted("said", "end of the month"),
    "will know more after 3/20": Noted("said", "will know more after 3/20"),
    "Ana replied 3/12": Noted("sent"),
    "they emailed 3/12 to reschedule": Noted("sent"),
    "called 3/12 - left msg": Noted("sent"),
    "got a form rejection 3/12": Noted("ended", kinds=("an end",)),
    "job was cancelled": Noted("ended", kinds=("an end",)),
    "they filled it": Noted("ended", kinds=("an end",)),
    "took another job": Noted("ended", kinds=("an end",)),
    "they may have closed early": Noted(),
    # Nothing of all this.
    "interview called off 3/12": Noted(),
    "visit website 3/12": Noted(),
    "met deadline 3/12": Noted(),
    "never heard of this firm before": Noted(),
    "she said the team is tiny": Noted(),
    "parking behind the house": Noted(),
    "not rejected": Noted(),
}
