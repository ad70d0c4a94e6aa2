-- What follows from many entries. All of it can be made anew: "onrecord derive".

-- Which rules derived a report; a report without a row waits to be derived.
CREATE TABLE derived (
  report INTEGER PRIMARY KEY REFERENCES reports (key) ON DELETE CASCADE,
  rules  TEXT NOT NULL
);

-- Lists of lines that may have to do with each other, in the order of place.
CREATE TABLE postings (
  key   INTEGER NOT NULL,
  place INTEGER NOT NULL,
  line  INTEGER NOT NULL,
  PRIMARY KEY (key, place, line)
) WITHOUT ROWID;
CREATE INDEX postings_by_line ON postings (line);

-- Places from which a line went: who stood around them may now be compared.
CREATE TABLE torn (
  key   INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (key, place)
) WITHOUT ROWID;

-- What is kept of a line to compare it with others.
CREATE TABLE notes (
  line INTEGER PRIMARY KEY REFERENCES lines (key) ON DELETE CASCADE,
  body BLOB NOT NULL
);

-- Links of statements, copies of reports, joins of events.
CREATE TABLE pairs (
  "from" INTEGER NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  "to"   INTEGER NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  sort   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  share  REAL NOT NULL,
  why    TEXT NOT NULL,
  PRIMARY KEY ("from", "to")
) WITHOUT ROWID;
CREATE INDEX pairs_by_to ON pairs ("to");
CREATE INDEX pairs_by_kind ON pairs (sort, kind);

-- Where statements stand to topics.
CREATE TABLE stands (
  line    INTEGER NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  topic   TEXT NOT NULL,
  wording TEXT NOT NULL,
  holder  TEXT NOT NULL,
  who     TEXT NOT NULL,
  toward  TEXT NOT NULL,
  together INTEGER NOT NULL,   -- 1 if it tells how the holder stands with toward
  stance  TEXT NOT NULL,
  day     TEXT,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL
);
CREATE INDEX stands_by_line ON stands (line);
CREATE INDEX stands_by_holder ON stands (holder, topic);
CREATE INDEX stands_by_who ON stands (who, holder);
CREATE INDEX stands_by_topic ON stands (topic);

-- Every name by which a report calls an actor, folded: a search for one finds the others.
CREATE TABLE actor_names (
  name   TEXT NOT NULL,
  actor  TEXT NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (name, actor, report)
) WITHOUT ROWID;
CREATE INDEX actor_names_by_actor ON actor_names (actor);

-- Places of lines: the whole name and its words, folded.
CREATE TABLE places (
  place TEXT NOT NULL,
  line  INTEGER NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  PRIMARY KEY (place, line)
) WITHOUT ROWID;
CREATE INDEX places_by_line ON places (line);

-- The words of topics by stem; rowid is that of stands.
CREATE VIRTUAL TABLE stand_words USING fts5 (
  wording, content = '', contentless_delete = 1,
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- For people who open the file with the sqlite3 shell.
CREATE VIEW links AS
  SELECT a.id AS report, f.id AS statement, p.kind, b.id AS to_report, t.id AS to_statement, p.share AS certainty, p.why
  FROM pairs p JOIN lines f ON f.key = p."from" JOIN reports a ON a.key = f.report
  JOIN lines t ON t.key = p."to" JOIN reports b ON b.key = t.report WHERE p.sort = 'statement';
CREATE VIEW copies AS
  SELECT a.id AS report, p.kind, b.id AS of_report, p.share, p.why
  FROM pairs p JOIN lines f ON f.key = p."from" JOIN reports a ON a.key = f.report
  JOIN lines t ON t.key = p."to" JOIN reports b ON b.key = t.report WHERE p.sort = 'report';
