-- Lists of subjects on their way in wait where old registers do: uploaded and looked at, not yet taken over whole. Not in the
-- ledger.
CREATE TABLE staged_lists (
  district TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('register', 'subjects')),
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  officer TEXT,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, kind, id)
);
INSERT INTO staged_lists (district, kind, id, at, name, state)
SELECT district, 'register', id, at, name, state FROM staged_registers;
DROP TABLE staged_registers;
CREATE INDEX staged_lists_at ON staged_lists (district, at);
