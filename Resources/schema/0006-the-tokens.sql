-- Keys of programs. `tokens` follows from the entries; `token_uses` counts requests for the rate limit and is forgotten.
CREATE TABLE tokens (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  officer TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),
  revoked BIGINT NOT NULL CHECK (revoked IN (0, 1)),
  state TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX tokens_digest ON tokens (district, digest);
CREATE INDEX tokens_officer ON tokens (district, officer, id);
CREATE TABLE token_uses (
  district TEXT NOT NULL,
  token TEXT NOT NULL,
  used_on TEXT NOT NULL,
  minute BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (district, token)
);
