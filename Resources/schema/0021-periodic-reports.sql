-- A row a matter in hand on which its unit reports at regular times, so that what a unit owes is one question of an index.
CREATE TABLE periodic (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  unit TEXT NOT NULL,
  cycle TEXT NOT NULL CHECK (cycle IN ('weekly', 'half_monthly', 'monthly')),
  PRIMARY KEY (district, matter)
);
CREATE INDEX periodic_unit ON periodic (district, unit, cycle, matter);
-- The states hold no blanks between their parts, and a quotation mark that somebody typed stands behind a backslash in them.
INSERT INTO periodic (district, matter, unit, cycle)
SELECT m.district, m.id, m.lead, c.cycle FROM matters m
JOIN (SELECT 'weekly' AS cycle UNION ALL SELECT 'half_monthly' UNION ALL SELECT 'monthly') c
  ON replace(m.state, '"cycle":"' || c.cycle || '"', '') <> m.state
WHERE m.phase = 'underway' AND replace(m.state, '"mergedInto":', '') = m.state;
