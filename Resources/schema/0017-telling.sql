-- Telling people: what each is to be told, how they want to be told, and through whom the district sends. Not in the ledger.
CREATE TABLE notices (
  district TEXT NOT NULL,
  position BIGINT NOT NULL CHECK (position >= 0),
  officer TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  matter TEXT,
  at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'kept', 'failed')),
  attempts BIGINT NOT NULL CHECK (attempts >= 0),
  next_at BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (district, position, officer)
);
-- An officer's own messages, newest first; and what waits, failed or was sent, by when.
CREATE INDEX notices_officer ON notices (district, officer, position);
CREATE INDEX notices_state ON notices (district, state, next_at, position, officer);
-- How an officer is reached; `seen` is the newest entry whose message they have opened, the quiet hours are minutes of the day.
CREATE TABLE reach (
  district TEXT NOT NULL,
  officer TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('mail', 'robot', 'none')),
  address TEXT NOT NULL,
  rhythm TEXT NOT NULL CHECK (rhythm IN ('digest', 'at_once')),
  quiet_from BIGINT NOT NULL CHECK (quiet_from >= 0 AND quiet_from < 1440),
  quiet_to BIGINT NOT NULL CHECK (quiet_to >= 0 AND quiet_to < 1440),
  seen BIGINT NOT NULL,
  PRIMARY KEY (district, officer)
);
-- The base address, the mail server and each unit's robot: settings in the clear, secrets sealed under a key that lies elsewhere.
CREATE TABLE senders (
  district TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (district, id)
);
