-- `words` holds the pairs of characters of a subject's name with their places, as a tsvector is written.
CREATE TABLE searched_subjects (
  district TEXT NOT NULL,
  subject TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (district, subject)
);
CREATE INDEX searched_subjects_index ON searched_subjects USING gin (CAST(words AS tsvector));
