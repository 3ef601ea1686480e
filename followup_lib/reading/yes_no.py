"""stub"""
YES = {"yes","true","x","ok","done","ja","oui","sí","1","✓","✔","✅","☑","y"}
NO = {"no","false","n","0","–","☐","nein","non","✗","✘"}
def read_yes_no(cell):
    c = cell.strip().casefold()
    return True if c in YES else False if c in NO else None
