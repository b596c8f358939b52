-- What figures of the fields count: of each subject only what decides which duty it owes, and what was found, a row each.
-- `choices` is `kind=small;stage=structure`, `spans` is `2026-01-05/2026-02-01,2026-03-02/`.
CREATE TABLE counted_subjects (
  district TEXT NOT NULL,
  subject TEXT NOT NULL,
  type TEXT NOT NULL,
  supervising TEXT NOT NULL,
  territorial TEXT NOT NULL,
  responsible TEXT,
  choices TEXT NOT NULL,
  spans TEXT NOT NULL,
  PRIMARY KEY (district, subject)
);
CREATE INDEX counted_subjects_alike ON counted_subjects
  (district, type, supervising, territorial, responsible, choices, spans);
-- `checklist` is the code without its version; `fixed` is 1 where it was put right on the spot.
CREATE TABLE findings (
  district TEXT NOT NULL,
  inspection TEXT NOT NULL,
  place BIGINT NOT NULL CHECK (place >= 0),
  subject TEXT NOT NULL,
  checklist TEXT NOT NULL,
  item TEXT,
  grade TEXT NOT NULL CHECK (grade IN ('ordinary', 'major')),
  fixed BIGINT NOT NULL CHECK (fixed IN (0, 1)),
  matter TEXT,
  day TEXT NOT NULL CHECK (length(day) = 10),
  annulled BIGINT NOT NULL CHECK (annulled IN (0, 1)),
  PRIMARY KEY (district, inspection, place)
);
CREATE INDEX findings_day ON findings (district, day, annulled);
CREATE INDEX findings_again ON findings (district, subject, checklist, item, day);
CREATE INDEX inspections_counted ON inspections (district, day, annulled, checklist, subject, unit);
-- Rows of what was registered before are made from the entries, together with the units' figures.
DELETE FROM figures;
DELETE FROM figure_sums;
DELETE FROM figures_made;
