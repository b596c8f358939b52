-- Matters taken before this file, as their states say; within what somebody typed no quotation mark stands bare.
UPDATE matters SET adopter = substr(
  substr(state, strpos(state, '"adoptedBy":"') + 13), 1,
  strpos(substr(state, strpos(state, '"adoptedBy":"') + 13), '"') - 1)
WHERE strpos(state, '"adoptedBy":"') > 0;
UPDATE listed SET adopter = COALESCE(
  (SELECT m.adopter FROM matters m WHERE m.district = listed.district AND m.id = listed.matter), '')
WHERE EXISTS (
  SELECT 1 FROM matters m WHERE m.district = listed.district AND m.id = listed.matter AND m.adopter IS NOT NULL);
