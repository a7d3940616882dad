-- The devices that readings came from, by a number.
CREATE TABLE sender (
  id         int  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise text NOT NULL,
  device     text NOT NULL,
  UNIQUE (enterprise, device)
);
INSERT INTO sender (enterprise, device) SELECT DISTINCT enterprise, '' FROM meter;

-- What the ledger thinks of a reading: 0 good, 1 confirmed, 2 reset; suspect: 3 step back, 4 zero, 5 jump, 6 overlap;
-- 7 of another kind than the meter is registered with, 8 of a meter that is not registered.
ALTER TABLE reading ADD COLUMN sender int NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN mark smallint NOT NULL DEFAULT 0;

-- Claims of an instant that do not stand for what counts there: repeated ones and replaced ones.
CREATE TABLE reading_aside (
  meter       int         NOT NULL,
  at          timestamptz NOT NULL,
  value       bigint      NOT NULL,
  kind        smallint    NOT NULL,
  source      smallint    NOT NULL,
  received_at timestamptz NOT NULL,
  position    bigint      NOT NULL,
  sender      int         NOT NULL,
  mark        smallint    NOT NULL
);
CREATE INDEX reading_aside_meter_at ON reading_aside (meter, at);
INSERT INTO reading_aside SELECT meter, at, value, kind, source, received_at, position, 0, 0 FROM reading_superseded;
DROP TABLE reading_superseded;

-- Slots were computed by other rules so far: a definition that cannot be read makes them be computed again.
UPDATE meter SET definition = '' WHERE definition IS NOT NULL;
UPDATE enterprise_ledger SET registry_offset = -1;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') THEN
    PERFORM create_hypertable('reading_aside', 'at', chunk_time_interval => interval '7 days',
                              create_default_indexes => false, if_not_exists => true, migrate_data => true);
  END IF;
END
$$;
