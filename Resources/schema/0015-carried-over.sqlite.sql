INSERT INTO carried (district, meeting, clause, matter)
SELECT m.district, m.id, d.key, json_extract(d.value, '$.outcome.noAction.carriedBy')
FROM meetings m, json_each(m.state, '$.decisions') d
WHERE json_extract(d.value, '$.outcome.noAction.carriedBy') IS NOT NULL;
