"""Another program at the SQLite file: no Django, no settings of ours. Arguments: the file, then statements to try."""

import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1])
for statement in sys.argv[2:]:
    try:
        connection.execute(statement)
        connection.commit()
        sys.stdout.write("done\n")
    except sqlite3.IntegrityError:
        connection.rollback()
        sys.stdout.write("refused\n")
