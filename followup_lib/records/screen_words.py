"""The words a person reads on screen for words of the files, where the two differ."""

SCREEN_WORDS = {
    "active": "waiting",
    "no_response": "let go for now",
    "rejected": "not chosen",
    "they_promised": "they said",
    "i_promised": "I said",
    "preferred_contact": "how they like to be reached",
    "wait_for_them": "they will contact me",
    "final_interview": "last interview",
    "screen": "first call",
    "they_canceled": "they canceled or moved it",
    "they_missed": "they didn’t call or come",
    "i_missed": "I missed it, or can’t make it",
    "heard_back": "they answered",
    "left_voicemail": "left a voicemail",
    "no_answer": "nobody answered",
    "snoozed": "put off",
}
