-- Who has which role and who speaks for whom, of all days of voices together: those of a frequent actor stand on tens of
-- thousands of days. first and last are the days between which it is known, '' if no day is.
CREATE TABLE heard (
  actor TEXT NOT NULL,
  sort  TEXT NOT NULL,
  name  TEXT NOT NULL,
  "of"  TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to"  TEXT NOT NULL,
  first TEXT NOT NULL,
  last  TEXT NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (actor, sort, name, "of", "from", "to")
) WITHOUT ROWID;
INSERT INTO heard SELECT actor, sort, name, "of", "from", "to", coalesce(min(nullif(day, '')), ''), max(day), sum(n)
FROM voices GROUP BY 1, 2, 3, 4, 5, 6;

-- With whom one has to do is read from this index alone.
DROP INDEX parties_by_recipient;
CREATE INDEX parties_by_recipient ON parties (recipient, doer, n);

-- Talk counts the lines of those too who are only described; some are there if this program made the table.
INSERT OR REPLACE INTO talk SELECT doer, '', sort, '', substr(coalesce(day_from, ''), 1, 7), substr(coalesce(day_to, ''), 1, 7), count(*)
FROM lines WHERE doer >= 'unnamed/' AND doer < 'unnamed0' GROUP BY 1, 2, 3, 4, 5, 6;
