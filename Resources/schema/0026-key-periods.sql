-- Key periods and alerts as the district set them, with the days that count.
CREATE TABLE key_periods (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),
  withdrawn BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX key_periods_days ON key_periods (district, last_day, id);
-- What was inspected on some days, whoever did it.
CREATE INDEX inspections_day ON inspections (district, day, checklist);
-- Who is on duty for a unit: a row a shift that somebody filled in.
CREATE TABLE duty_shifts (
  district TEXT NOT NULL,
  period TEXT NOT NULL,
  unit TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  shift TEXT NOT NULL CHECK (shift IN ('whole', 'day', 'night')),
  state TEXT NOT NULL,
  PRIMARY KEY (district, period, unit, day, shift)
);
CREATE INDEX duty_shifts_day ON duty_shifts (district, period, day, unit);
-- What units reported of a day: one row a unit and day, the last that it said.
CREATE TABLE daily_reports (
  district TEXT NOT NULL,
  period TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  unit TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, period, day, unit)
);
