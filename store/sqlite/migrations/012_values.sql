-- Whether hits that are to be ranked are planned, or somebody's who is not named, is told by an index, as their kind is.
CREATE INDEX lines_by_status ON lines (status) WHERE status IS NOT NULL;
CREATE INDEX lines_by_named ON lines (named) WHERE named IS NOT NULL;

-- Where SQLite knows no better it takes the index that was made last. Each of these finds far fewer lines.
DROP INDEX lines_by_kind;
CREATE INDEX lines_by_kind ON lines (kind) WHERE kind IS NOT NULL;
DROP INDEX lines_by_type;
CREATE INDEX lines_by_type ON lines (type) WHERE type IS NOT NULL;
DROP INDEX lines_by_month;
CREATE INDEX lines_by_month ON lines (substr(day_from, 1, 7)) WHERE day_from IS NOT NULL;
DROP INDEX lines_by_doer;
CREATE INDEX lines_by_doer ON lines (doer) WHERE doer IS NOT NULL;
DROP INDEX lines_by_report;
CREATE INDEX lines_by_report ON lines (report, id);
