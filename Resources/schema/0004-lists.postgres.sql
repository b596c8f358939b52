-- `words` holds the pairs of characters of a matter's text with their places, as a tsvector is written.
CREATE TABLE searched (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (district, matter)
);
CREATE INDEX searched_index ON searched USING gin (CAST(words AS tsvector));
