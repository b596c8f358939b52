-- Lists of subjects on their way in: uploaded and looked at, not yet taken over whole. Not in the ledger.
CREATE TABLE staged_subjects (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  officer TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX staged_subjects_at ON staged_subjects (district, at);
