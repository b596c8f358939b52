-- Matters wait to be verified too, and each wait keeps the step of its ladder that was taken last: the table is written anew.
ALTER TABLE waiting RENAME TO waiting_before;
CREATE TABLE waiting (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('objection', 'extension', 'verification', 'suspension', 'part', 'milestone', 'measure', 'publication', 'notice', 'look_back', 'concern')),
  unit TEXT NOT NULL,
  due_key TEXT NOT NULL,
  step BIGINT NOT NULL CHECK (step >= 0),
  PRIMARY KEY (district, matter, kind, unit)
);
INSERT INTO waiting (district, matter, kind, unit, due_key, step)
SELECT district, matter, kind, unit, due_key, 0 FROM waiting_before;
-- What was submitted before there was a clock for it waits without a day.
INSERT INTO waiting (district, matter, kind, unit, due_key, step)
SELECT district, id, 'verification', lead, '9999-12-31', 0 FROM matters WHERE phase = 'submitted';
DROP TABLE waiting_before;
CREATE INDEX waiting_kind ON waiting (district, kind, due_key, matter, unit);
CREATE INDEX waiting_unit ON waiting (district, kind, unit, due_key, matter);
CREATE INDEX waiting_step ON waiting (district, kind, step, due_key, matter);
-- Who took a matter (包案), beside who is in charge of it.
ALTER TABLE matters ADD COLUMN adopter TEXT;
CREATE INDEX matters_adopter ON matters (district, adopter, phase, due_key, id) WHERE adopter IS NOT NULL;
ALTER TABLE listed ADD COLUMN adopter TEXT NOT NULL DEFAULT '';
CREATE INDEX listed_adopter ON listed (district, adopter, phase, due_key, number_key) WHERE adopter <> '';
-- The first day of the earliest period without a report, and whether its unit was reminded of it; filled from the matters when
-- the database is opened.
ALTER TABLE periodic ADD COLUMN open_from TEXT NOT NULL DEFAULT '';
ALTER TABLE periodic ADD COLUMN reminded BIGINT NOT NULL DEFAULT 0 CHECK (reminded IN (0, 1));
CREATE INDEX periodic_owed ON periodic (district, unit, open_from, matter);
CREATE INDEX periodic_open ON periodic (district, cycle, reminded, open_from, matter);
