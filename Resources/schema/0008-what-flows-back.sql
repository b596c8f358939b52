-- What came of matters, a row each that counts, and how far each officer has looked.
CREATE TABLE outcomes (
  district TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('returned', 'reopened', 'on_time', 'first_pass')),
  unit TEXT NOT NULL,
  matter TEXT NOT NULL,
  PRIMARY KEY (district, outcome, unit, matter)
);
CREATE INDEX outcomes_matter ON outcomes (district, matter);
CREATE TABLE looks (
  district TEXT NOT NULL,
  officer TEXT NOT NULL,
  since BIGINT NOT NULL,
  since_at BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (district, officer)
);
CREATE INDEX matters_fanned ON matters (district, phase, due_key, id) WHERE fanned = 1;
