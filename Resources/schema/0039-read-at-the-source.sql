-- What the office read of a rule or an article at its official place; `id` is the kind and the code of the pack's entry.
CREATE TABLE own_readings (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
