-- Days of a time that began before it are looked for among those that are long enough to reach into it: reach is how many
-- days they last at most, and 0 for a day alone.
DROP INDEX long_days;
ALTER TABLE days ADD COLUMN reach INTEGER AS (CASE
  WHEN "to" <= "from" THEN 0
  WHEN julianday("to") - julianday("from") <= 31 THEN 31
  WHEN julianday("to") - julianday("from") <= 366 THEN 366
  ELSE 4000000 END);
CREATE INDEX long_days ON days (reach, "from", "to", sort, what, n) WHERE reach > 0;
