-- Who has to do with whom is told by the index alone.
DROP INDEX lines_by_doer;
CREATE INDEX lines_by_doer ON lines (doer, recipient) WHERE doer IS NOT NULL;
CREATE INDEX lines_by_recipient ON lines (recipient, doer) WHERE recipient IS NOT NULL;
