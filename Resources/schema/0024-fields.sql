-- What is looked after, and the inspections of it.
CREATE TABLE subjects (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  serial BIGINT NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'retired')),
  risk TEXT CHECK (risk IN ('red', 'orange', 'yellow', 'blue')),
  supervising TEXT NOT NULL,
  territorial TEXT NOT NULL,
  responsible TEXT,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX subjects_serial ON subjects (district, serial);
CREATE INDEX subjects_type ON subjects (district, type, status, serial);
CREATE INDEX subjects_supervising ON subjects (district, supervising, type, status, serial);
CREATE INDEX subjects_territorial ON subjects (district, territorial, type, status, serial);
CREATE INDEX subjects_responsible ON subjects (district, responsible, type, status, serial);
-- `checklist` is the code without its version. `clean` is 1 where nothing was left to be put right.
CREATE TABLE inspections (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,
  checklist TEXT NOT NULL,
  unit TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  clean BIGINT NOT NULL CHECK (clean IN (0, 1)),
  annulled BIGINT NOT NULL CHECK (annulled IN (0, 1)),
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX inspections_subject ON inspections (district, subject, day, id);
CREATE INDEX inspections_done ON inspections (district, subject, checklist, annulled, day, unit);
CREATE INDEX inspections_unit ON inspections (district, unit, day, id);
