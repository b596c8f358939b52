-- The record: entries, what seals their words, and the tree over them. See docs/LEDGER.md.
CREATE TABLE heads (
  district TEXT NOT NULL PRIMARY KEY,
  origin TEXT NOT NULL,
  size BIGINT NOT NULL CHECK (size >= 0),
  last_at BIGINT NOT NULL,
  checkpoints BIGINT NOT NULL CHECK (checkpoints >= 0)
);
CREATE TABLE entries (
  district TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position >= 0),
  operation TEXT NOT NULL,
  op_index BIGINT NOT NULL CHECK (op_index >= 0),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  canonical TEXT NOT NULL,
  nonce TEXT NOT NULL CHECK (length(nonce) = 32),
  PRIMARY KEY (district, position)
);
CREATE UNIQUE INDEX entries_operation ON entries (district, operation, op_index);
CREATE INDEX entries_subject ON entries (district, subject, position);
CREATE TABLE texts (
  district TEXT NOT NULL,
  position BIGINT NOT NULL,
  seal TEXT NOT NULL CHECK (length(seal) = 64),
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  body TEXT NOT NULL,
  PRIMARY KEY (district, position, seal)
);
CREATE INDEX texts_seal ON texts (district, seal);
CREATE TABLE tiles (
  district TEXT NOT NULL,
  level BIGINT NOT NULL,
  tile BIGINT NOT NULL,
  hashes TEXT NOT NULL,
  PRIMARY KEY (district, level, tile)
);
CREATE TABLE checkpoints (
  district TEXT NOT NULL,
  size BIGINT NOT NULL,
  origin TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (district, size, origin)
);
