-- Clauses of later meetings that were carried over to an open matter: the matter's page names them.
CREATE TABLE carried (
  district TEXT NOT NULL,
  meeting TEXT NOT NULL,
  clause BIGINT NOT NULL,
  matter TEXT NOT NULL,
  PRIMARY KEY (district, meeting, clause)
);
CREATE INDEX carried_matter ON carried (district, matter, meeting, clause);
