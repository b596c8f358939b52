-- Where in the ledger an inspection was entered: what a spot check may be drawn from goes by that. -1 where no entry tells.
ALTER TABLE inspections ADD COLUMN position BIGINT NOT NULL DEFAULT -1;
UPDATE inspections SET position = COALESCE((SELECT MIN(e.position) FROM entries e
  WHERE e.district = inspections.district AND e.subject = 'inspection:' || inspections.id), -1);
CREATE INDEX inspections_entered ON inspections (district, checklist, position);
-- What lists say of a draw, so that they need not read from what it was drawn. `part` is 1 where more was entered than it takes.
ALTER TABLE draws ADD COLUMN checklist TEXT NOT NULL DEFAULT '';
ALTER TABLE draws ADD COLUMN due TEXT NOT NULL DEFAULT '';
ALTER TABLE draws ADD COLUMN window_first TEXT;
ALTER TABLE draws ADD COLUMN window_last TEXT;
ALTER TABLE draws ADD COLUMN population BIGINT NOT NULL DEFAULT 0;
ALTER TABLE draws ADD COLUMN chosen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE draws ADD COLUMN part BIGINT NOT NULL DEFAULT 0 CHECK (part IN (0, 1));
CREATE INDEX draws_window ON draws (district, window_first, duty, unit);
-- Whether a spot check disagrees with the first inspection; nothing where the two cannot be compared.
ALTER TABLE spot_checks ADD COLUMN differs BIGINT CHECK (differs IN (0, 1));
CREATE INDEX spot_checks_figures ON spot_checks (district, day, duty, first_unit, unit, differs);
CREATE INDEX spot_checks_latest ON spot_checks (district, day, inspection);
-- A campaign's coverage is counted from these indexes alone, and reads no subject's state for it.
CREATE INDEX subjects_covered ON subjects (district, type, territorial, supervising, responsible, id);
CREATE INDEX subject_terms_days ON subject_terms (district, subject, first_day, gone_day);
-- Rows of what was registered before are made from the entries, together with the units' figures.
DELETE FROM figures;
DELETE FROM figure_sums;
DELETE FROM figures_made;
