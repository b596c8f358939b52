INSERT INTO carried (district, meeting, clause, matter)
SELECT m.district, m.id, d.place - 1, d.value #>> '{outcome,noAction,carriedBy}'
FROM meetings m, jsonb_array_elements(CAST(m.state AS JSONB) -> 'decisions') WITH ORDINALITY AS d(value, place)
WHERE d.value #>> '{outcome,noAction,carriedBy}' IS NOT NULL;
