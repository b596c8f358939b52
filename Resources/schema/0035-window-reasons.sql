-- Why windows of standing duties were missed, as it was said last. `channel` is how the unit told whoever recorded it.
CREATE TABLE window_reasons (
  district TEXT NOT NULL,
  duty TEXT NOT NULL,
  subject TEXT NOT NULL,
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),
  reason TEXT NOT NULL
    CHECK (reason IN ('not_reached', 'no_access', 'closed', 'replaced', 'emergency', 'staffing')),
  unit TEXT NOT NULL,
  channel TEXT CHECK (channel IN ('phone', 'paper', 'chat')),
  PRIMARY KEY (district, duty, subject, first_day, last_day)
);
CREATE INDEX window_reasons_days ON window_reasons (district, last_day);
CREATE INDEX window_reasons_subject ON window_reasons (district, subject);
-- How the unit told whoever recorded for it why a campaign missed a subject; nothing in entries of before.
ALTER TABLE misses ADD COLUMN channel TEXT CHECK (channel IN ('phone', 'paper', 'chat'));
