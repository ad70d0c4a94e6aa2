-- Lines of a time: those that begin in it, and the few of several days that began before.
CREATE INDEX lines_by_day ON lines (day_from) WHERE day_from IS NOT NULL;
CREATE INDEX lines_of_days ON lines (day_to) WHERE day_to > day_from;
