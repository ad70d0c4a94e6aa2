-- How many lines of a month are whose and about whom: sums of store.Talks over all entries, filled when the file is
-- opened. '' is anybody.
CREATE TABLE talk (
  "by"   TEXT NOT NULL,
  about  TEXT NOT NULL,
  sort   TEXT NOT NULL,
  what   TEXT NOT NULL,   -- kind or type, where neither by nor about is told
  "from" TEXT NOT NULL,   -- "2015-12"; '' if unknown
  "to"   TEXT NOT NULL,
  n      INTEGER NOT NULL,
  PRIMARY KEY ("by", about, sort, what, "from", "to")
) WITHOUT ROWID;
