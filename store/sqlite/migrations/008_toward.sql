-- "toward:Iran" asks for the lines whose stand concerns Iran.
CREATE INDEX stands_by_toward ON stands (toward, line);
