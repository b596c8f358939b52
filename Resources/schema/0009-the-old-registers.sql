-- Old registers on their way in: uploaded and looked at, not yet taken over. Not in the ledger.
CREATE TABLE staged_registers (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX staged_registers_at ON staged_registers (district, at);
