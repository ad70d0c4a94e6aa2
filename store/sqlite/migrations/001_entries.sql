-- One row a report. entry is its JSON, raw the page as it came, both zstd.
CREATE TABLE reports (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  made       TEXT NOT NULL,           -- digest of the entry's provenance
  source     TEXT NOT NULL,
  url        TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  headline   TEXT NOT NULL,
  published  TEXT,                    -- first day of the published date; NULL if unknown
  entry      BLOB NOT NULL,
  media_type TEXT NOT NULL,
  raw        BLOB,                    -- NULL if only the digest is kept
  raw_digest TEXT NOT NULL,
  raw_size   INTEGER NOT NULL
);
CREATE INDEX reports_by_published ON reports (published);

-- One row a statement, an event, and one for the report itself: what a search
-- can ask for. Columns that do not fit a sort are NULL.
CREATE TABLE lines (
  key       INTEGER PRIMARY KEY,
  report    INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  sort      TEXT NOT NULL CHECK (sort IN ('report', 'statement', 'event')),
  id        TEXT NOT NULL,            -- "s1", "e1"; '' for the report
  start     INTEGER NOT NULL,         -- byte offset into the text
  day_from  TEXT,
  day_to    TEXT,
  kind      TEXT,
  form      TEXT,
  named     TEXT,                     -- 'yes', 'no'
  type      TEXT,
  status    TEXT,
  doer      TEXT,                     -- ActorID of the speaker or of who acts
  recipient TEXT                      -- ActorID
);
CREATE INDEX lines_by_report ON lines (report);
CREATE INDEX lines_by_doer ON lines (doer) WHERE doer IS NOT NULL;
CREATE INDEX lines_by_type ON lines (type) WHERE type IS NOT NULL;
CREATE INDEX lines_by_kind ON lines (kind) WHERE kind IS NOT NULL;

-- The words and names of each line. Names are parted by a private-use character, so
-- that no phrase runs over the border of two.
CREATE VIRTUAL TABLE line_words USING fts5 (
  words, "by", "as", "for", about, actor, "to", via, outlet,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE actors (
  report  INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id      TEXT NOT NULL,
  name    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  country TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX actors_by_id ON actors (id);

-- For people who open the file with the sqlite3 shell.
CREATE VIEW statements AS
  SELECT r.id AS report, l.id, l.start, l.day_from, l.day_to, l.kind, l.form, l.named, l.doer AS speaker
  FROM lines l JOIN reports r ON r.key = l.report WHERE l.sort = 'statement';
CREATE VIEW events AS
  SELECT r.id AS report, l.id, l.start, l.day_from, l.day_to, l.type, l.status, l.doer AS actor, l.recipient
  FROM lines l JOIN reports r ON r.key = l.report WHERE l.sort = 'event';
