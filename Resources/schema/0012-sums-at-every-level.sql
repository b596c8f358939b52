-- An empty unit stands for every unit, an empty field for every field: whatever a page sums up lies in a few lines.
INSERT INTO counters (district, unit, field, phase, due_key, amount)
SELECT district, unit, '', phase, due_key, CAST(SUM(amount) AS BIGINT) FROM counters
GROUP BY district, unit, phase, due_key;
INSERT INTO counters (district, unit, field, phase, due_key, amount)
SELECT district, '', field, phase, due_key, CAST(SUM(amount) AS BIGINT) FROM counters
GROUP BY district, field, phase, due_key;
-- Which units are late, read by the due day.
CREATE INDEX counters_late ON counters (district, phase, due_key, unit, amount) WHERE field = '' AND unit <> '';
DROP INDEX counters_sums;
