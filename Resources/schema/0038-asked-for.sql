-- What a list may be narrowed to: listed supervision (挂牌督办) that stands, and a red card (红牌). -1 until it is read from the
-- matter, when the database is opened.
ALTER TABLE listed ADD COLUMN listing BIGINT NOT NULL DEFAULT -1 CHECK (listing IN (-1, 0, 1));
ALTER TABLE listed ADD COLUMN card BIGINT NOT NULL DEFAULT -1 CHECK (card IN (-1, 0, 1));
UPDATE listed SET listing = 0, card = 0 WHERE matter IN (
  SELECT m.id FROM matters m WHERE m.district = listed.district AND replace(m.state, '"listing":', '') = m.state
    AND replace(m.state, '"escalation":', '') = m.state);
CREATE INDEX listed_unread ON listed (district, matter) WHERE card = -1;
CREATE INDEX listed_listing ON listed (district, phase, due_key, number_key) WHERE listing = 1;
CREATE INDEX listed_card ON listed (district, phase, due_key, number_key) WHERE card = 1;
-- Since when the ladder has brought an open matter up to the next meeting (提交下次会议).
ALTER TABLE listed ADD COLUMN brought TEXT NOT NULL DEFAULT '';
CREATE INDEX listed_brought ON listed (district, brought, matter) WHERE brought <> '';
-- How many instructions of a sitting no matter follows and nobody settled; -1 until they are counted.
ALTER TABLE sittings ADD COLUMN instructions BIGINT NOT NULL DEFAULT -1 CHECK (instructions >= -1);
CREATE INDEX sittings_instructions ON sittings (district, day, id) WHERE instructions <> 0;
-- What the ladder brought up before this file, and who looks at interim measures, follow from the entries.
DELETE FROM figures;
DELETE FROM figure_sums;
DELETE FROM figures_made;
