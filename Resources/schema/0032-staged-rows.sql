-- The rows of lists of subjects that were uploaded and are looked at, in chunks: a list may have a hundred thousand. Not in the
-- ledger. Lists that waited in one piece are uploaded again; what came in of them stands.
CREATE TABLE staged_rows (
  district TEXT NOT NULL,
  list TEXT NOT NULL,
  sheet BIGINT NOT NULL,
  chunk BIGINT NOT NULL,
  at BIGINT NOT NULL,
  rows TEXT NOT NULL,
  PRIMARY KEY (district, list, sheet, chunk)
);
CREATE INDEX staged_rows_at ON staged_rows (district, at);
DELETE FROM staged_lists WHERE kind = 'subjects';
