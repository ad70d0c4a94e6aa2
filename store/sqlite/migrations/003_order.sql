-- Keys of lines are places in the record (see order.go), so all that hangs on them is made anew: lines from the
-- entries when the file is opened, the rest by "onrecord derive" or the next "onrecord add".
DELETE FROM derived;
DELETE FROM postings;
DELETE FROM torn;
DELETE FROM notes;
DELETE FROM pairs;
DELETE FROM stands;
DELETE FROM stand_words;
DELETE FROM places;
INSERT INTO line_words (line_words) VALUES ('delete-all');
DELETE FROM lines;

-- A line's note tells in which lists the line stands: eight bytes a key, and its place in all of them. Notes have
-- keys of their own, so that those of later reports come later (see order.go).
DROP INDEX postings_by_line;
DROP TABLE notes;
CREATE TABLE notes (
  key   INTEGER PRIMARY KEY,
  line  INTEGER NOT NULL,
  place INTEGER NOT NULL,
  keys  BLOB NOT NULL,
  body  BLOB NOT NULL
);
