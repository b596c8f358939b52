-- Sessions of training, and how many of which unit's posts were there. `counts` is 1 where somebody was at a session that holds.
CREATE TABLE trainings (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  course TEXT NOT NULL,
  organiser TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'held', 'annulled')),
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX trainings_newest ON trainings (district, day, id);
CREATE INDEX trainings_course ON trainings (district, course, day, id);
CREATE INDEX trainings_stage ON trainings (district, stage, day, id);
CREATE TABLE training_counts (
  district TEXT NOT NULL,
  training TEXT NOT NULL,
  unit TEXT NOT NULL,
  post TEXT NOT NULL,
  course TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  counts BIGINT NOT NULL CHECK (counts IN (0, 1)),
  attended BIGINT CHECK (attended >= 0),
  owed BIGINT CHECK (owed > 0),
  PRIMARY KEY (district, training, unit, post)
);
CREATE INDEX training_counts_last ON training_counts (district, counts, course, unit, post, day DESC, training DESC);
CREATE INDEX training_counts_unit ON training_counts (district, unit, training);
