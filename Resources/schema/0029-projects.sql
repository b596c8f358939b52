-- Matters wait for milestones and interim measures of a project too: a wider check, so the table is written anew.
ALTER TABLE waiting RENAME TO waiting_before;
CREATE TABLE waiting (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('objection', 'extension', 'suspension', 'part', 'milestone', 'measure', 'publication', 'look_back', 'concern')),
  unit TEXT NOT NULL,
  due_key TEXT NOT NULL,
  PRIMARY KEY (district, matter, kind, unit)
);
INSERT INTO waiting (district, matter, kind, unit, due_key)
SELECT district, matter, kind, unit, due_key FROM waiting_before;
DROP TABLE waiting_before;
CREATE INDEX waiting_kind ON waiting (district, kind, due_key, matter);
CREATE INDEX waiting_unit ON waiting (district, kind, unit, due_key, matter);
-- Whether a matter has a project plan, so that the list of projects reads only those.
ALTER TABLE matters ADD COLUMN planned BIGINT NOT NULL DEFAULT 0 CHECK (planned IN (0, 1));
CREATE INDEX matters_planned ON matters (district, phase, due_key, id) WHERE planned = 1;
