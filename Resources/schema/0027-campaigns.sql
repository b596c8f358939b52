-- Campaigns, what they missed and why, and what of a subject tells whether it is within one.
CREATE TABLE campaigns (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  matter TEXT,
  closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX campaigns_newest ON campaigns (district, first_day, id);
CREATE INDEX campaigns_running ON campaigns (district, closed, first_day, id);
CREATE INDEX campaigns_matter ON campaigns (district, matter);
CREATE TABLE misses (
  district TEXT NOT NULL,
  campaign TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('not_reached', 'no_access', 'closed')),
  unit TEXT NOT NULL,
  on_behalf BIGINT NOT NULL CHECK (on_behalf IN (0, 1)),
  PRIMARY KEY (district, campaign, subject)
);
-- `gone_day` is the day on which it left the register.
CREATE TABLE subject_terms (
  district TEXT NOT NULL,
  subject TEXT NOT NULL,
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  gone_day TEXT CHECK (length(gone_day) = 10),
  PRIMARY KEY (district, subject)
);
CREATE TABLE subject_choices (
  district TEXT NOT NULL,
  subject TEXT NOT NULL,
  attribute TEXT NOT NULL,
  choice TEXT NOT NULL,
  PRIMARY KEY (district, subject, attribute)
);
