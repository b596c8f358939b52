-- What matters wait for includes what a rule noticed: a wider check, so the table is written anew.
ALTER TABLE waiting RENAME TO waiting_before;
CREATE TABLE waiting (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('objection', 'extension', 'suspension', 'part', 'publication', 'look_back', 'concern')),
  unit TEXT NOT NULL,
  due_key TEXT NOT NULL,
  PRIMARY KEY (district, matter, kind, unit)
);
INSERT INTO waiting (district, matter, kind, unit, due_key)
SELECT district, matter, kind, unit, due_key FROM waiting_before;
DROP TABLE waiting_before;
CREATE INDEX waiting_kind ON waiting (district, kind, due_key, matter);
CREATE INDEX waiting_unit ON waiting (district, kind, unit, due_key, matter);
-- A row a matter whose due day climbs a ladder: the step taken last, and the day that the next one is counted from.
CREATE TABLE ladder (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  procedure TEXT NOT NULL,
  step BIGINT NOT NULL CHECK (step >= 0),
  due_key TEXT NOT NULL CHECK (length(due_key) = 10),
  PRIMARY KEY (district, matter)
);
CREATE INDEX ladder_step ON ladder (district, procedure, step, due_key, matter);
INSERT INTO ladder (district, matter, procedure, step, due_key)
SELECT district, id, 'directive', 0, due FROM matters
WHERE phase IN ('assigned', 'underway') AND fanned = 0 AND due IS NOT NULL;
