"""What every page is made of: the desk it works at, fields, buttons, status lines."""
