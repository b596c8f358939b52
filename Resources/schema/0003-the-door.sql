-- What is not in the ledger: sessions, lock-outs, requests already answered, drafts not yet issued, who serves.
CREATE TABLE requests (
  district TEXT NOT NULL,
  operation TEXT NOT NULL,
  digest TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (district, operation)
);
CREATE INDEX requests_at ON requests (district, at);
CREATE TABLE drafts (
  district TEXT NOT NULL,
  meeting TEXT NOT NULL,
  clause BIGINT NOT NULL,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (district, meeting, clause)
);
CREATE TABLE sessions (
  district TEXT NOT NULL,
  token TEXT NOT NULL,
  officer TEXT NOT NULL,
  csrf TEXT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (district, token)
);
CREATE INDEX sessions_officer ON sessions (district, officer);
CREATE TABLE login_failures (
  district TEXT NOT NULL,
  login TEXT NOT NULL,
  amount BIGINT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (district, login)
);
CREATE TABLE leases (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until BIGINT NOT NULL
);
