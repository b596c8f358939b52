-- The document templates that an office put in the place of the shipped ones. A kind without a row has the shipped one.
CREATE TABLE templates (
  district TEXT NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  adopted_by TEXT NOT NULL,
  adopted_at BIGINT NOT NULL,
  PRIMARY KEY (district, kind)
);
