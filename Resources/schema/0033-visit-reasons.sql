-- Why one more unit came to a subject that enough others had come to; empty where none was needed. `visitor` is the unit under
-- which an inspection counts as a visit: the one that led, where it is a part of a joint inspection.
ALTER TABLE inspections ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE inspections ADD COLUMN visitor TEXT NOT NULL DEFAULT '';
UPDATE inspections SET visitor = unit;
