"""The rules of the plan, in order: read top to bottom, the first that fits an application decides.

Each line of `RULES` is one rule of the guidance: its id, the situation it finds, when it fits, the
earliest day, and the reason as a sentence; ids stay out of sentences. W, D, P, O, R are the
article's rules; the others are ours: B1 to B4 a talk without a time, E3 word after a no, X1 and X2
an offer elsewhere, A2 one by word, A3 one to answer, P4 a contact promised, T1 thanks, F1 feedback,
H1 on hold, C1 closing, Q1 long quiet, N1 no date, S1 not begun, E1 ended, E2 an offer accepted (the
others, and your references). `{words}` are filled by reasons.py.
"""

import numpy as np

from followup_lib.advice.offer_rules import (
    answer_due,
    answer_opens,
    ask_again_on,
    thanks_open,
    to_answer,
    to_thank_for,
    told_to_wait,
)
from followup_lib.advice.standing import first_known, known
from followup_lib.advice.talk_rules import TO_OFFER_TIMES, Rule
from followup_lib.records.situations import Situation
from followup_lib.records.vocabulary import Stage

S = Situation
ASKING = (
    *(S.OFFER_TIMES, S.CONFIRM_TIME, S.THEIR_DATE_PASSED, S.WAITING_FOR_OFFER),
    *(S.NO_DATE_GIVEN, S.ON_HOLD, S.CLOSING_NOTE),
)
"""The usual questions: "not this one" to any of them is said to all, until they are heard of."""


RULES = [
    Rule("E3", S.STILL_A_NO,
        lambda v: v.wrote_after, lambda v: first_known(v.spoken_on, v.today),
        "They were in touch again after saying no. Is it still a no? Note where it stands now; "
        "hold off on your own message until then."),
    Rule("F1", S.ASK_FOR_FEEDBACK,
        lambda v: v.rejected & v.met & v.feedback_open & ~known(v.contact_due)
        & (v.furthest != Stage.OFFER) & (v.end_words == "") & v.wanted(S.ASK_FOR_FEEDBACK),
        lambda v: np.fmax(v.after(v.status_on, 1), v.fresh_day),
        "They said no on {status_on}. Until {feedback_until} you can ask what would "
        "have made you a stronger candidate; you talked with them, so they can tell you."),
    Rule("E1", S.REST,
        lambda v: ~v.live, None,
        "{ended}"),
    # All that follows is about applications still alive: active or on hold.
    Rule("E2", S.WITHDRAWAL,
        lambda v: (v.taken != "") & v.expects_word & v.wanted(S.WITHDRAWAL),
        lambda v: np.fmax(first_known(v.taken_on, v.today), v.fresh_day),
        "You accepted another offer on {taken_on}. Thank {to_name} and let them know you’re "
        "withdrawing: it’s kind, and it opens the spot for someone else.{search_went_on}"),
    Rule("A2", S.OFFER_TO_ANSWER,
        to_thank_for, thanks_open,
        "They offered you the job{on_offer_day}, but not in writing yet. Thank them {by_way}, "
        "and ask for it in writing{papers_day}.{answer_noted}"),
    Rule("A3", S.OFFER_TO_ANSWER,
        to_answer, answer_opens,
        "{offer}{others_first}", due=answer_due),
    *TO_OFFER_TIMES,
    Rule("P3", S.REST,
        lambda v: (v.promise_due <= v.horizon) & ~(v.only_contact_ahead & v.tells_elsewhere), None,
        "Do what you promised for {promise_due} first. Everything else can wait."),
    Rule("W4", S.REST,
        lambda v: known(v.ahead_on) & ~(v.tells_elsewhere & v.talk_too_late),
        lambda v: v.plus(v.ahead_on, 1),
        "You have an interview on {ahead_on}{ahead_at}. Get your card ready; questions about "
        "where things stand can wait until it’s over."),
    Rule("W4", S.HOW_IT_WENT,
        lambda v: known(v.unlogged_on) & ~v.long_unlogged, lambda v: v.unlogged_on,
        "Your interview was planned for {unlogged_on}. How did it go? Note what they said about "
        "timing, or that they didn’t call or come, and your plan picks up from there."),
    Rule("W4", S.REST,
        lambda v: known(v.unlogged_on), None,
        "Your interview was planned for {unlogged_on}. Note how it went and what they said about "
        "timing, and your plan picks up from there."),
    Rule("X2", S.OFFER_ELSEWHERE,
        lambda v: v.met & told_to_wait(v) & v.wanted(S.OFFER_ELSEWHERE), ask_again_on,
        "They know about your other offer and asked you to wait until {their_date}. Your answer "
        "there is due {elsewhere_day}, so you can ask once more{today}{from_day}, {by_way}."),
    Rule("X1", S.OFFER_ELSEWHERE,
        lambda v: v.tells_elsewhere,
        lambda v: v.paced(v.elsewhere_on),
        "You have a written offer elsewhere, with your answer due {elsewhere_day}. That’s "
        "{a_reason}: you can ask{today} {what_to_ask}{from_day}, {by_way}.{ask_way}"),
    Rule("P4", S.REST,
        lambda v: known(v.contact_due), None,
        "You said you’d be in touch on {contact_due}. Hold off on writing to {to_name} until "
        "then."),
    Rule("T1", S.THANK_YOU,
        lambda v: v.thanks_open & v.wanted(S.THANK_YOU),
        lambda v: np.fmax(v.after(v.met_on, v.n["thank_you"]), v.thanks_fresh_day),
        "You talked with them on {met_on}. A short thank-you note {best_on}; you have "
        "until {thanks_until}.",
        due=lambda v: v.after(v.met_on, v.n["thank_you"])),
    Rule("R4", S.REST,
        lambda v: v.reference_window > v.today, lambda v: v.reference_window,
        "They contacted one of your references on {reference_called_on}: a sign that things are "
        "moving. Hold off until {earliest_on}, and keep what a reference told you to yourself."),
    Rule("H1", S.REST,
        lambda v: v.on_hold & (v.hold_window > v.today),
        lambda v: v.ready(v.hold_window),
        "They put this on hold on {status_on}{until_hold}. Hold off until {earliest_on}; then "
        "one question is fair."),
    Rule("W3", S.REST,
        lambda v: v.waits & ~v.dated & ~v.to_answer & ~v.offer_spoken, None,
        "They asked you not to follow up and gave no date{they_said}: they’ll contact you."),
    Rule("W3", S.REST,
        lambda v: v.waits & (v.sent == 0) & (v.their_window > v.today),
        lambda v: v.ready(v.their_window),
        "They asked you not to follow up and said {their_date}. Let that pass{and_grace}; you "
        "can write once, and only once, starting {earliest_on}."),
    Rule("W4", S.REST,
        lambda v: v.begun & (v.said_last | v.asked_on_hold), None,
        "Your last note went to {to_name} on {sent_on}. You’ve said everything you can, "
        "politely.{or_rest} If they answer late, this comes back to your list."),
    Rule("S1", S.REST,
        lambda v: (v.their_words != "") & ~v.dated & ~known(v.opens), None,
        "{No_date}{which_day} Note when you talked with them, too, and your plan picks up from "
        "there."),
    Rule("S1", S.REST,
        lambda v: v.begun & ~known(v.opens), None,
        "There’s no date yet for what happened here. Add roughly when (“mid-February” is fine), "
        "and your plan picks up from there."),
    Rule("B1", S.REST,
        lambda v: v.untimed & v.asked_enough & ~v.too_late, None,
        "You asked {sent_times} for a time to talk, last on {sent_on}. It’s their turn "
        "now.{or_rest} If they answer late, this comes back to your list."),
    Rule("B1", S.CONFIRM_TIME,
        lambda v: v.untimed & v.wanted(S.CONFIRM_TIME) & ~v.to_answer & ~v.too_late,
        lambda v: v.paced(v.time_window),
        "You last wrote or called about a time on {answered_on}, and none is set yet. You can send "
        "one short note{today} to set it{from_day}, {by_way}.{why_later}{ask_way}"),
    Rule("Q1", S.LONG_QUIET,
        lambda v: v.too_late & v.wanted(S.LONG_QUIET), None,
        "You could have followed up since {opens}, and a lot of time has passed. One short "
        "letter can open the door again, or you can let it go for now: it’s your call."),
    Rule("Q1", S.REST,
        lambda v: v.too_late, None,
        "It’s been quiet for a long time, and you chose not to reopen it. If they answer late, "
        "this comes back to your list."),
    Rule("W4", S.REST,
        lambda v: v.refused(*ASKING), None,
        "You chose not to write about this for now. Whatever they send next brings it back to "
        "your list."),
    Rule("C1", S.CLOSING_NOTE,
        lambda v: v.begun & v.asked_enough,
        lambda v: v.ready(v.closing_window),
        "You asked {sent_times} without an answer, last on {sent_on}. You can send one closing "
        "note{today}{from_day}, if you like.{or_rest}"),
    Rule("H1", S.ON_HOLD,
        lambda v: v.on_hold,
        lambda v: v.ready(v.hold_window),
        "They put this on hold on {status_on}{until_hold}. You can ask one thing{today}{from_day}, "
        "whether there’s a time frame yet, {by_way}.{why_later}{ask_way}"),
    Rule("A2", S.THEIR_DATE_PASSED,
        lambda v: v.offer_spoken & v.dated,
        lambda v: v.ready(v.their_window),
        "They offered you the job{on_offer_day} and said {their_date}. {Grace_passes}{so} you "
        "can ask{today} when to expect it in writing{from_day}, {by_way}.{why_later}"),
    Rule("A2", S.NO_DATE_GIVEN,
        lambda v: v.offer_spoken,
        lambda v: v.ready(v.no_date_window),
        "They offered you the job{on_offer_day}, and it isn’t in writing yet. You can "
        "ask{today} when to expect it{from_day}, {by_way}.{why_later}"),
    Rule("D1", S.THEIR_DATE_PASSED,
        lambda v: v.dated,
        lambda v: v.ready(v.their_window),
        "They said {their_date}. {Grace_passes}{so} you can ask{today} where things "
        "stand{from_day}, {by_way}.{why_later}{ask_way}"),
    Rule("O4", S.WAITING_FOR_OFFER,
        lambda v: v.last_round,
        lambda v: v.ready(v.offer_window),
        "You finished the last round on {round_on}. This stretch takes longer than people "
        "expect; you can ask{today} whether they need anything more from you{from_day}, "
        "{by_way}.{why_later}{ask_way}"),
    Rule("N1", S.NO_DATE_GIVEN,
        lambda v: v.met,
        lambda v: v.ready(v.no_date_window),
        "{No_date} when they were last in touch, on {spoken_on}{which_day} {Wait_passes}{so} you "
        "can ask{today} whether there is one{from_day}, {by_way}.{why_later}{ask_way}"),
    Rule("N1", S.NO_DATE_GIVEN,
        lambda v: v.may_introduce & v.applied & ~known(v.spoken_on) & (v.sent == 0),
        lambda v: v.ready(v.note_window),
        "You applied on {applied_on} and haven’t been invited yet. One note to {to_name} is fair"
        "{today}{from_day}, {by_way}."),
    Rule("S1", S.REST,
        lambda v: v.applied, None,
        "You applied and haven’t talked with anyone yet. The clock starts at an interview, not "
        "at the application; nothing to do here for now."),
    Rule("S1", S.REST,
        lambda v: v.saved, None,
        "Saved; you haven’t applied yet."),
    Rule("S1", S.REST,
        lambda v: v.stage == Stage.SCREEN, None,
        "They gave you a test, and nobody has talked with you yet. Nothing to do here until they "
        "write."),
    Rule("S1", S.REST,
        lambda v: known(v.heard_on), None,
        "They wrote on {heard_on}. If they invited you to talk, note “They invited me”, and your "
        "plan picks up from there."),
    Rule("S1", S.REST,
        lambda v: v.live, None,
        "Nothing is logged here yet. Add what has happened, and your plan begins."),
]  # fmt: skip
