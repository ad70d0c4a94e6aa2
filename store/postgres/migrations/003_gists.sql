-- What is kept of a report to tell that it has nothing to do with another, before notes of either are read. Other
-- rules fill it, so all that was derived is derived anew.
CREATE TABLE gists (
  report bigint PRIMARY KEY REFERENCES reports (key) ON DELETE CASCADE,
  body   bytea NOT NULL
);
