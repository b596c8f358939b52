-- `unserved` is 1 where an order was made out and no service of it counts.
ALTER TABLE inspections ADD COLUMN unserved BIGINT NOT NULL DEFAULT 0 CHECK (unserved IN (0, 1));
UPDATE inspections SET unserved = 1 WHERE annulled = 0 AND clean = 0;
CREATE INDEX inspections_unserved ON inspections (district, unit, day, id) WHERE unserved = 1;
-- What a checklist asked, word by word, for the inspections that went through it; `digest` is SHA-256 of that.
CREATE TABLE wordings (
  district TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  checklist TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, digest)
);
