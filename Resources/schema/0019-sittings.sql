-- Meetings of the series from being called to their minutes, and what units report to them.
CREATE TABLE sittings (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'open', 'held', 'called_off')),
  meeting TEXT,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX sittings_day ON sittings (district, day, id);
CREATE INDEX sittings_stage ON sittings (district, stage, day, id);
CREATE INDEX sittings_meeting ON sittings (district, meeting);
-- One row a unit and sitting. `due_key` is the due day while the report is owed, and after every day once it is in.
CREATE TABLE unit_reports (
  district TEXT NOT NULL,
  sitting TEXT NOT NULL,
  unit TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (length(asked) = 10),
  due_key TEXT NOT NULL CHECK (length(due_key) = 10),
  PRIMARY KEY (district, sitting, unit)
);
CREATE INDEX unit_reports_owed ON unit_reports (district, unit, due_key, sitting);
CREATE INDEX unit_reports_asked ON unit_reports (district, asked, sitting, unit);
