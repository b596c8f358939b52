-- The reader's word lists as the district changed them; `id` is the list's code.
CREATE TABLE own_words (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);

-- Default terms that the district set, each setting a row; `id` is the term's code and the setting's number.
CREATE TABLE own_terms (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
