-- Random draws, what is still to be looked at under them, and the inspections that were made for them.
CREATE TABLE draws (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  serial BIGINT NOT NULL,
  slot TEXT NOT NULL,
  round BIGINT NOT NULL,
  duty TEXT,
  unit TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  stage TEXT NOT NULL CHECK (stage IN ('committed', 'revealed', 'replaced')),
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX draws_serial ON draws (district, serial);
CREATE UNIQUE INDEX draws_slot ON draws (district, slot, round);
CREATE INDEX draws_unit ON draws (district, unit, serial);
CREATE INDEX draws_duty ON draws (district, duty, unit, day);
-- What was drawn, as long as no other draw took its place; `place` counts from 0 in the order in which it was drawn.
CREATE TABLE drawn (
  district TEXT NOT NULL,
  draw TEXT NOT NULL,
  place BIGINT NOT NULL,
  subject TEXT NOT NULL,
  unit TEXT NOT NULL,
  checklist TEXT NOT NULL,
  due TEXT NOT NULL CHECK (length(due) = 10),
  PRIMARY KEY (district, draw, subject)
);
CREATE INDEX drawn_unit ON drawn (district, unit, due, draw, place);
CREATE INDEX drawn_subject ON drawn (district, subject, checklist);
-- `first` is the inspection that this one looks at again, `first_unit` whose it was.
CREATE TABLE spot_checks (
  district TEXT NOT NULL,
  inspection TEXT NOT NULL,
  draw TEXT NOT NULL,
  subject TEXT NOT NULL,
  duty TEXT,
  unit TEXT NOT NULL,
  first TEXT,
  first_unit TEXT,
  day TEXT NOT NULL CHECK (length(day) = 10),
  annulled BIGINT NOT NULL CHECK (annulled IN (0, 1)),
  PRIMARY KEY (district, inspection)
);
CREATE INDEX spot_checks_draw ON spot_checks (district, draw, subject, annulled);
CREATE INDEX spot_checks_day ON spot_checks (district, day, first_unit);
CREATE INDEX spot_checks_first ON spot_checks (district, first);
-- The secret number of a draw until its outcome is shown.
CREATE TABLE draw_secrets (
  district TEXT NOT NULL,
  draw TEXT NOT NULL,
  nonce TEXT NOT NULL,
  PRIMARY KEY (district, draw)
);
