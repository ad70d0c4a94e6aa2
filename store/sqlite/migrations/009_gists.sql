-- What is kept of a report to tell that it has nothing to do with another, before notes of either are read. Other
-- rules fill it, so all that was derived is derived anew.
CREATE TABLE gists (
  report INTEGER PRIMARY KEY REFERENCES reports (key) ON DELETE CASCADE,
  id     TEXT NOT NULL,   -- of the report
  body   BLOB NOT NULL
);
