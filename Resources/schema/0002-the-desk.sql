-- What pages read. Every table here is rebuilt from the entries; `bihuan check` compares.
CREATE TABLE directory (
  district TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('district', 'unit', 'officer', 'portfolio', 'account')),
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, kind, id)
);
CREATE TABLE meetings (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  number BIGINT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  undecided BIGINT NOT NULL CHECK (undecided >= 0),
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX meetings_number ON meetings (district, number);
CREATE INDEX meetings_day ON meetings (district, day, id);
CREATE TABLE matters (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  number TEXT NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN ('assigned', 'underway', 'submitted', 'closed', 'cancelled')),
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
CREATE UNIQUE INDEX matters_number ON matters (district, number);
CREATE INDEX matters_due ON matters (district, due_key, id);
CREATE INDEX matters_phase ON matters (district, phase, due_key, id);
CREATE INDEX matters_lead ON matters (district, lead, phase, due_key, id);
CREATE INDEX matters_field ON matters (district, field, phase, due_key, id);
CREATE INDEX matters_leader ON matters (district, leader, phase, due_key, id);
CREATE INDEX matters_meeting ON matters (district, meeting, clause, id);
CREATE INDEX matters_parent ON matters (district, parent, id);
CREATE TABLE supporting (
  district TEXT NOT NULL,
  unit TEXT NOT NULL,
  matter TEXT NOT NULL,
  PRIMARY KEY (district, unit, matter)
);
CREATE INDEX supporting_matter ON supporting (district, matter);
CREATE TABLE counters (
  district TEXT NOT NULL,
  unit TEXT NOT NULL,
  field TEXT NOT NULL,
  phase TEXT NOT NULL,
  due_key TEXT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (district, unit, field, phase, due_key)
);
CREATE INDEX counters_phase ON counters (district, phase, due_key);
CREATE TABLE serials (
  district TEXT NOT NULL,
  year BIGINT NOT NULL,
  used BIGINT NOT NULL,
  PRIMARY KEY (district, year)
);
CREATE TABLE files (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  owner TEXT NOT NULL,
  digest TEXT NOT NULL,
  salt TEXT NOT NULL,
  size BIGINT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE TABLE reports (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  meeting TEXT NOT NULL,
  position BIGINT NOT NULL,
  model TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX reports_meeting ON reports (district, meeting, position);
