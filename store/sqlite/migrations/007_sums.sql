-- What pages ask for is added up as reports come, so that neither a long record nor a frequent name costs more to ask
-- about. All are sums over lines, actors and entries (see sums.go); nothing of them says anything new.

-- By how many reports an actor is called so: its full names, and every name folded.
CREATE TABLE full_names (
  actor TEXT NOT NULL,
  name  TEXT NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (actor, name)
) WITHOUT ROWID;
INSERT INTO full_names SELECT id, name, count(*) FROM actors GROUP BY 1, 2;
DROP INDEX actors_by_id;

CREATE TABLE called (
  name  TEXT NOT NULL,
  actor TEXT NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (name, actor)
) WITHOUT ROWID;
INSERT INTO called SELECT name, actor, count(*) FROM actor_names GROUP BY 1, 2;
DROP TABLE actor_names;
ALTER TABLE called RENAME TO actor_names;
CREATE INDEX actor_names_by_actor ON actor_names (actor);

-- How many lines are somebody's who is named. Those who are asked for are among the few of many lines.
CREATE TABLE doers (
  actor TEXT PRIMARY KEY,
  n     INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO doers SELECT doer, count(*) FROM lines WHERE doer <> '' AND doer NOT LIKE 'unnamed/%' GROUP BY 1;
CREATE INDEX busy_doers ON doers (n) WHERE n >= 50;

-- How many lines tell what one did to another.
CREATE TABLE parties (
  doer      TEXT NOT NULL,
  recipient TEXT NOT NULL,
  n         INTEGER NOT NULL,
  PRIMARY KEY (doer, recipient)
) WITHOUT ROWID;
INSERT INTO parties SELECT doer, recipient, count(*) FROM lines WHERE doer > '' AND recipient > '' GROUP BY 1, 2;
CREATE INDEX parties_by_recipient ON parties (recipient);
-- The lines between two, and those of one, in the order of the record.
DROP INDEX lines_by_recipient;
DROP INDEX lines_by_doer;
CREATE INDEX lines_by_doer ON lines (doer) WHERE doer IS NOT NULL;
CREATE INDEX lines_by_parties ON lines (doer, recipient) WHERE recipient IS NOT NULL;

-- How many lines are of which days; '' if unknown.
CREATE TABLE days (
  "from" TEXT NOT NULL,
  "to"   TEXT NOT NULL,
  sort   TEXT NOT NULL,
  what   TEXT NOT NULL,   -- kind or type
  n      INTEGER NOT NULL,
  PRIMARY KEY ("from", "to", sort, what)
) WITHOUT ROWID;
INSERT INTO days SELECT coalesce(day_from, ''), coalesce(day_to, ''), sort, coalesce(kind, type, ''), count(*)
  FROM lines WHERE sort <> 'report' GROUP BY 1, 2, 3, 4;
CREATE INDEX long_days ON days ("to") WHERE "to" > "from";

-- Lines of a month in the order of the record, and under each year that they touch those of several days; '' for those
-- of more than a century.
CREATE INDEX lines_by_month ON lines (substr(day_from, 1, 7)) WHERE day_from IS NOT NULL;
CREATE TABLE spans (
  year TEXT NOT NULL,
  line INTEGER NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  PRIMARY KEY (year, line)
) WITHOUT ROWID;
CREATE INDEX spans_by_line ON spans (line);
INSERT INTO spans
  WITH RECURSIVE long (line, year, last) AS (
    SELECT key, CAST(substr(day_from, 1, 4) AS INTEGER), CAST(substr(day_to, 1, 4) AS INTEGER)
    FROM lines WHERE day_to > day_from),
  touched (line, year, last) AS (
    SELECT line, year, last FROM long WHERE last - year < 100
    UNION ALL SELECT line, year + 1, last FROM touched WHERE year < last)
  SELECT printf('%04d', year), line FROM touched UNION ALL SELECT '', line FROM long WHERE last - year >= 100;
DROP INDEX lines_of_days;

-- A line of a report is found by its id.
DROP INDEX lines_by_report;
CREATE INDEX lines_by_report ON lines (report, id);

-- Whose statements are which beside the speaker's, in the order of the record; filled when the file is opened.
CREATE TABLE sides (
  actor TEXT NOT NULL,
  part  TEXT NOT NULL,   -- 'for': somebody speaks for the actor; 'about': of it
  line  INTEGER NOT NULL,
  PRIMARY KEY (actor, part, line)
) WITHOUT ROWID;

-- On which days reports give an actor a role, and on which somebody speaks for it (see store.Voices); filled when the
-- file is opened.
CREATE TABLE voices (
  actor TEXT NOT NULL,
  sort  TEXT NOT NULL,   -- 'role', 'speaker'
  name  TEXT NOT NULL,   -- the title, or who speaks
  "of"  TEXT NOT NULL,   -- of what the title is, or in what role the speaker speaks
  "from" TEXT NOT NULL,  -- of a role, as reports tell
  "to"  TEXT NOT NULL,
  day   TEXT NOT NULL,   -- of the reports; '' if unknown
  n     INTEGER NOT NULL,
  PRIMARY KEY (actor, sort, name, "of", "from", "to", day)
) WITHOUT ROWID;
