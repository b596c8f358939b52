-- People: who stands in for whom; passwords, apart from the ledger; what the list of one's sessions shows.
CREATE TABLE stand_ins (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE TABLE passwords (
  district TEXT NOT NULL,
  officer TEXT NOT NULL,
  hash TEXT NOT NULL,
  must_change BIGINT NOT NULL CHECK (must_change IN (0, 1)),
  PRIMARY KEY (district, officer)
);
ALTER TABLE sessions ADD COLUMN started BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN standing_for TEXT NOT NULL DEFAULT '';
