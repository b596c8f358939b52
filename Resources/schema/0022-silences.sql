-- Matters that units have in hand, with the day since which nothing was said and the one from which that is noticed again.
CREATE TABLE silences (
  district TEXT NOT NULL,
  matter TEXT NOT NULL,
  since TEXT NOT NULL CHECK (length(since) = 10),
  again TEXT NOT NULL CHECK (length(again) = 10),
  PRIMARY KEY (district, matter)
);
CREATE INDEX silences_again ON silences (district, again, matter);
-- They come from the entries, in the walk that makes the figures; so those are made once more.
DELETE FROM figures;
DELETE FROM figure_sums;
DELETE FROM figures_made;
