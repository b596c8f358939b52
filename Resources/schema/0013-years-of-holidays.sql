-- Years whose holidays the district took over from a published notice; `id` is the year.
CREATE TABLE work_years (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
