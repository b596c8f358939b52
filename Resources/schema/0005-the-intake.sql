-- What a clerk can undo at the intake: each step with the drafts as they stood before it. Not in the ledger.
CREATE TABLE draft_steps (
  district TEXT NOT NULL,
  meeting TEXT NOT NULL,
  number BIGINT NOT NULL,
  officer TEXT NOT NULL,
  at BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, meeting, number)
);
