-- One row a report. entry is its JSON, raw the page as it came, both zstd. Text is compared
-- byte by byte everywhere, as SQLite does.
CREATE TABLE reports (
  key        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id         text COLLATE "C" NOT NULL UNIQUE,
  made       text COLLATE "C" NOT NULL,   -- digest of the entry's provenance
  source     text NOT NULL,
  url        text NOT NULL,
  outlet     text NOT NULL,
  headline   text NOT NULL,
  published  text COLLATE "C",            -- first day of the published date; NULL if unknown
  entry      bytea NOT NULL,
  media_type text NOT NULL,
  raw        bytea,                       -- NULL if only the digest is kept
  raw_digest text NOT NULL,
  raw_size   bigint NOT NULL
);
CREATE INDEX reports_by_published ON reports (published);
ALTER TABLE reports ALTER entry SET STORAGE EXTERNAL, ALTER raw SET STORAGE EXTERNAL; -- packed already

-- One row a statement, an event, and one for the report itself: what a search can ask for.
-- Columns that do not fit a sort are NULL. The key is the report's times 2^20 and the line's
-- place in it. Words and names are folded (see fold.go): words parted by single spaces, pieces
-- by a bar, so that a phrase is found by LIKE; terms holds each word once, marked by its part,
-- and is what the index finds.
CREATE TABLE lines (
  key       bigint PRIMARY KEY,
  report    bigint NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  sort      text COLLATE "C" NOT NULL CHECK (sort IN ('report', 'statement', 'event')),
  id        text COLLATE "C" NOT NULL,    -- "s1", "e1"; '' for the report
  start     bigint NOT NULL,              -- byte offset into the text
  day_from  text COLLATE "C",
  day_to    text COLLATE "C",
  kind      text COLLATE "C",
  form      text COLLATE "C",
  named     text COLLATE "C",             -- 'yes', 'no'
  type      text COLLATE "C",
  status    text COLLATE "C",
  doer      text COLLATE "C",             -- ActorID of the speaker or of who acts
  recipient text COLLATE "C",             -- ActorID
  words     text COLLATE "C" NOT NULL,
  "by"      text COLLATE "C" NOT NULL,
  "as"      text COLLATE "C" NOT NULL,
  "for"     text COLLATE "C" NOT NULL,
  about     text COLLATE "C" NOT NULL,
  actor     text COLLATE "C" NOT NULL,
  "to"      text COLLATE "C" NOT NULL,
  via       text COLLATE "C" NOT NULL,
  outlet    text COLLATE "C" NOT NULL,
  terms     tsvector NOT NULL
);
CREATE INDEX lines_by_report ON lines (report);
CREATE INDEX lines_by_doer ON lines (doer) WHERE doer IS NOT NULL;
CREATE INDEX lines_by_type ON lines (type) WHERE type IS NOT NULL;
CREATE INDEX lines_by_kind ON lines (kind) WHERE kind IS NOT NULL;
CREATE INDEX lines_by_term ON lines USING gin (terms);

-- Places of lines: the whole name and its words, folded.
CREATE TABLE places (
  place text COLLATE "C" NOT NULL,
  line  bigint NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  PRIMARY KEY (place, line)
);
CREATE INDEX places_by_line ON places (line);

CREATE TABLE actors (
  report  bigint NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  id      text COLLATE "C" NOT NULL,
  name    text COLLATE "C" NOT NULL,
  kind    text NOT NULL,
  country text NOT NULL,
  PRIMARY KEY (report, id)
);
CREATE INDEX actors_by_id ON actors (id);

-- Every name by which a report calls an actor, folded: a search for one finds the others.
CREATE TABLE actor_names (
  name   text COLLATE "C" NOT NULL,
  actor  text COLLATE "C" NOT NULL,
  report bigint NOT NULL REFERENCES reports (key) ON DELETE CASCADE,
  PRIMARY KEY (name, actor, report)
);
CREATE INDEX actor_names_by_actor ON actor_names (actor);
CREATE INDEX actor_names_by_report ON actor_names (report);

-- For people who open the database with psql.
CREATE VIEW statements AS
  SELECT r.id AS report, l.id, l.start, l.day_from, l.day_to, l.kind, l.form, l.named, l.doer AS speaker
  FROM lines l JOIN reports r ON r.key = l.report WHERE l.sort = 'statement';
CREATE VIEW events AS
  SELECT r.id AS report, l.id, l.start, l.day_from, l.day_to, l.type, l.status, l.doer AS actor, l.recipient
  FROM lines l JOIN reports r ON r.key = l.report WHERE l.sort = 'event';
