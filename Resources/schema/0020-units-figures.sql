-- What the figures of units count: a row a fact, so that each figure opens its matters.
CREATE TABLE figures (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  step BIGINT NOT NULL,
  fact TEXT NOT NULL CHECK (fact IN (
    'closed', 'submitted', 'on_time', 'late', 'extended', 'passed_first', 'returned_first', 'relapsed',
    'look_back_passed', 'look_back_failed', 'stay_assigned', 'stay_objected', 'stay_underway', 'stay_suspended',
    'stay_submitted')),
  unit TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  days BIGINT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (district, matter, step, fact)
);
CREATE INDEX figures_fact ON figures (district, fact, unit, day, matter, step);
-- The same added up by month, so that a page reads a few lines whatever lies beneath; an empty field stands for every field.
CREATE TABLE figure_sums (
  district TEXT NOT NULL,
  field TEXT NOT NULL,
  month TEXT NOT NULL CHECK (length(month) = 7),
  unit TEXT NOT NULL,
  fact TEXT NOT NULL,
  days BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (district, field, month, unit, fact, days)
);
-- How far the figures were made from the entries that are older than these tables.
CREATE TABLE figures_made (
  district TEXT NOT NULL PRIMARY KEY,
  through TEXT NOT NULL
);
