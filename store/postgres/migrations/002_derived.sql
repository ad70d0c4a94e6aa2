-- What follows from many entries. All of it can be made anew: "onrecord derive".

-- Which rules derived a report; a report without a row waits to be derived.
CREATE TABLE derived (
  report bigint PRIMARY KEY REFERENCES reports (key) ON DELETE CASCADE,
  rules  text COLLATE "C" NOT NULL
);

-- Lists of lines that may have to do with each other, in the order of place.
CREATE TABLE postings (
  key   bigint NOT NULL,
  place bigint NOT NULL,
  line  bigint NOT NULL,
  PRIMARY KEY (key, place, line)
);
CREATE INDEX postings_by_line ON postings (line);

-- Places from which a line went: who stood around them may now be compared.
CREATE TABLE torn (
  key   bigint NOT NULL,
  place bigint NOT NULL,
  PRIMARY KEY (key, place)
);

-- What is kept of a line to compare it with others.
CREATE TABLE notes (
  line bigint PRIMARY KEY REFERENCES lines (key) ON DELETE CASCADE,
  body bytea NOT NULL
);

-- Links of statements, copies of reports, joins of events.
CREATE TABLE pairs (
  "from" bigint NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  "to"   bigint NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  sort   text COLLATE "C" NOT NULL,
  kind   text COLLATE "C" NOT NULL,
  share  double precision NOT NULL,
  why    text NOT NULL,
  PRIMARY KEY ("from", "to")
);
CREATE INDEX pairs_by_to ON pairs ("to");
CREATE INDEX pairs_by_kind ON pairs (sort, kind);

-- Where statements stand to topics. terms holds the words of wording and topic by stem.
CREATE TABLE stands (
  line     bigint NOT NULL REFERENCES lines (key) ON DELETE CASCADE,
  topic    text COLLATE "C" NOT NULL,
  wording  text COLLATE "C" NOT NULL,
  holder   text COLLATE "C" NOT NULL,
  who      text COLLATE "C" NOT NULL,
  toward   text COLLATE "C" NOT NULL,
  together boolean NOT NULL,   -- it tells how the holder stands with toward
  stance   text COLLATE "C" NOT NULL,
  day      text COLLATE "C",
  start    bigint NOT NULL,
  "end"    bigint NOT NULL,
  terms    tsvector NOT NULL
);
CREATE INDEX stands_by_line ON stands (line);
CREATE INDEX stands_by_holder ON stands (holder, topic);
CREATE INDEX stands_by_who ON stands (who, holder);
CREATE INDEX stands_by_topic ON stands (topic);
CREATE INDEX stands_by_term ON stands USING gin (terms);

-- For people who open the database with psql.
CREATE VIEW links AS
  SELECT a.id AS report, f.id AS statement, p.kind, b.id AS to_report, t.id AS to_statement, p.share AS certainty, p.why
  FROM pairs p JOIN lines f ON f.key = p."from" JOIN reports a ON a.key = f.report
  JOIN lines t ON t.key = p."to" JOIN reports b ON b.key = t.report WHERE p.sort = 'statement';
CREATE VIEW copies AS
  SELECT a.id AS report, p.kind, b.id AS of_report, p.share, p.why
  FROM pairs p JOIN lines f ON f.key = p."from" JOIN reports a ON a.key = f.report
  JOIN lines t ON t.key = p."to" JOIN reports b ON b.key = t.report WHERE p.sort = 'report';
