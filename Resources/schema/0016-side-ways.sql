-- Matters may be objected to and suspended: two more phases, so the table is written anew with a wider check.
ALTER TABLE matters RENAME TO matters_before;
CREATE TABLE matters (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  number TEXT NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('assigned', 'objected', 'underway', 'suspended', 'submitted', 'closed', 'cancelled')),
  lead TEXT NOT NULL,
  leader TEXT,
  field TEXT NOT NULL,
  due TEXT CHECK (due IS NULL OR length(due) = 10),
  due_key TEXT NOT NULL,
  meeting TEXT,
  clause BIGINT,
  parent TEXT,
  fanned BIGINT NOT NULL CHECK (fanned IN (0, 1)),
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
INSERT INTO matters (district, id, number, phase, lead, leader, field, due, due_key, meeting, clause, parent, fanned, version, state)
SELECT district, id, number, phase, lead, leader, field, due, due_key, meeting, clause, parent, fanned, version, state FROM matters_before;
DROP TABLE matters_before;
CREATE UNIQUE INDEX matters_number ON matters (district, number);
CREATE INDEX matters_due ON matters (district, due_key, id);
CREATE INDEX matters_phase ON matters (district, phase, due_key, id);
CREATE INDEX matters_lead ON matters (district, lead, phase, due_key, id);
CREATE INDEX matters_field ON matters (district, field, phase, due_key, id);
CREATE INDEX matters_leader ON matters (district, leader, phase, due_key, id);
CREATE INDEX matters_meeting ON matters (district, meeting, clause, id);
CREATE INDEX matters_parent ON matters (district, parent, id);
CREATE INDEX matters_fanned ON matters (district, phase, due_key, id) WHERE fanned = 1;
-- What matters wait for beside their due dates, each with a day of its own.
CREATE TABLE waiting (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('objection', 'extension', 'suspension', 'part', 'publication', 'look_back')),
  unit TEXT NOT NULL,
  due_key TEXT NOT NULL,
  PRIMARY KEY (district, matter, kind, unit)
);
CREATE INDEX waiting_kind ON waiting (district, kind, due_key, matter);
CREATE INDEX waiting_unit ON waiting (district, kind, unit, due_key, matter);
CREATE INDEX listed_provisional ON listed (district, due_key) WHERE provisional = 1;
