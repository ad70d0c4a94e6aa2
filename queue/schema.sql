-- What the queue keeps beside River's tables. It is made where it is missing; nothing is ever
-- taken away.

-- A shard is a file, or the bytes [start, end) of a JSONL file. River holds its job, which is
-- forgotten some time after it is done; the shard is not.
CREATE TABLE IF NOT EXISTS shards (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  path      text COLLATE "C" NOT NULL,  -- absolute
  modified  bigint NOT NULL,            -- of the file, in nanoseconds since 1970
  start     bigint NOT NULL,
  "end"     bigint NOT NULL,
  line      bigint NOT NULL,            -- lines of the file before start
  expected  bigint,                     -- lines in it; NULL where only reading tells
  job       bigint,                     -- the last one, in river_job
  done      bigint NOT NULL DEFAULT 0,  -- reports from its start that are stored or set aside
  rejected  bigint NOT NULL DEFAULT 0,  -- of those, the ones set aside
  deaths    bigint NOT NULL DEFAULT 0,  -- workers that died at it since it last moved on
  suspect   bigint,                     -- report that was begun last, after a death
  begun     bigint NOT NULL DEFAULT 0,  -- how often the suspect was
  started   timestamptz,
  finished  timestamptz,
  UNIQUE (path, modified, start, "end")
);
CREATE INDEX IF NOT EXISTS shards_by_job ON shards (job);
CREATE INDEX IF NOT EXISTS shards_unfinished ON shards (id) WHERE finished IS NULL;
CREATE INDEX IF NOT EXISTS shards_by_finished ON shards (finished);

-- Reports of which no entry could be made.
CREATE TABLE IF NOT EXISTS rejects (
  shard  bigint NOT NULL REFERENCES shards (id),
  number bigint NOT NULL,  -- its place in the shard, from 0
  place  text NOT NULL,    -- path, and line where there is one
  reason text NOT NULL,
  input  text NOT NULL,    -- the line; '' where it is no line, or too long
  PRIMARY KEY (shard, number)
);

-- Who works. Whoever was not seen for a while is dead, and its jobs are others' again.
CREATE TABLE IF NOT EXISTS workers (
  id      text PRIMARY KEY,
  started timestamptz NOT NULL DEFAULT now(),
  seen    timestamptz NOT NULL DEFAULT now()
);
