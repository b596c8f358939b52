-- What lists of matters read: a line a matter with all that a list shows, filters and sorts by; the words that a search
-- finds; and each officer's saved views.
CREATE TABLE listed (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  phase TEXT NOT NULL,
  lead TEXT NOT NULL,
  field TEXT NOT NULL,
  leader TEXT NOT NULL,
  handler TEXT NOT NULL,
  meeting TEXT NOT NULL,
  due_key TEXT NOT NULL CHECK (length(due_key) = 10),
  provisional BIGINT NOT NULL CHECK (provisional IN (0, 1)),
  last_at BIGINT NOT NULL,
  last_act TEXT NOT NULL,
  urgency TEXT NOT NULL,
  supporting BIGINT NOT NULL CHECK (supporting >= 0),
  version BIGINT NOT NULL,
  text TEXT,
  PRIMARY KEY (district, matter)
);
-- The columns after the order are there so that a filter is answered by the index alone.
CREATE INDEX listed_due ON listed (district, phase, due_key, number_key, lead, field, leader);
CREATE INDEX listed_number ON listed (district, phase, number_key, lead, field, leader, due_key);
CREATE INDEX listed_last ON listed (district, phase, last_at, number_key, lead, field, leader, due_key);
CREATE INDEX listed_lead ON listed (district, lead, phase, due_key, number_key, field, leader);
CREATE INDEX listed_field ON listed (district, field, phase, due_key, number_key, lead, leader);
CREATE INDEX listed_leader ON listed (district, leader, phase, due_key, number_key, lead, field);
CREATE INDEX listed_meeting ON listed (district, meeting DESC, number_key, phase, due_key, lead, field, leader);
CREATE INDEX listed_handler ON listed (district, handler, phase, due_key, number_key) WHERE handler <> '';
CREATE TABLE saved_views (
  district TEXT NOT NULL,
  officer TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  PRIMARY KEY (district, officer, id)
);
