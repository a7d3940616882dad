-- Meters by a number, so that the large tables stay small.
CREATE TABLE meter (
  id         int  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise text NOT NULL,
  code       text NOT NULL,
  definition text, -- what its slots were computed with; null while it is not registered
  UNIQUE (enterprise, code)
);

-- The registry document that an enterprise's figures were last computed with.
CREATE TABLE enterprise_ledger (
  enterprise      text   PRIMARY KEY,
  registry_offset bigint NOT NULL
);

-- Every reading accepted that counts: one per meter and instant. Values are millionths of the meter's unit.
CREATE TABLE reading (
  meter       int         NOT NULL,
  at          timestamptz NOT NULL,
  value       bigint      NOT NULL,
  kind        smallint    NOT NULL, -- 0 register, 1 amount, 2 power
  source      smallint    NOT NULL, -- 0 measured, 1 estimated, 2 manual, 3 supplier
  received_at timestamptz NOT NULL,
  position    bigint      NOT NULL, -- offset in energy.readings * 4096 + place in the record
  PRIMARY KEY (meter, at)
);

-- Readings replaced by a later one of the same instant.
CREATE TABLE reading_superseded (
  meter       int         NOT NULL,
  at          timestamptz NOT NULL,
  value       bigint      NOT NULL,
  kind        smallint    NOT NULL,
  source      smallint    NOT NULL,
  received_at timestamptz NOT NULL,
  position    bigint      NOT NULL
);
CREATE INDEX ON reading_superseded (meter, at);

-- What flowed in a quarter of an hour, in millionths of the base unit, and the milliseconds of it that readings cover.
CREATE TABLE slot (
  meter        int         NOT NULL,
  at           timestamptz NOT NULL,
  amount       bigint      NOT NULL,
  measured     int         NOT NULL,
  interpolated int         NOT NULL,
  PRIMARY KEY (meter, at)
);

-- The same over days (0), months (1) and years (2) of the business calendar.
CREATE TABLE period_sum (
  meter        int      NOT NULL,
  kind         smallint NOT NULL,
  start        date     NOT NULL,
  amount       bigint   NOT NULL,
  measured     bigint   NOT NULL,
  interpolated bigint   NOT NULL,
  PRIMARY KEY (meter, kind, start)
) WITH (fillfactor = 70);

-- The newest verdict of each indicator and period, as published.
CREATE TABLE indicator (
  enterprise   text     NOT NULL,
  indicator    text     NOT NULL,
  kind         smallint NOT NULL,
  start        date     NOT NULL,
  value        numeric,
  unit         text     NOT NULL,
  completeness numeric  NOT NULL,
  outcome      text,
  verdict      jsonb    NOT NULL,
  PRIMARY KEY (enterprise, indicator, kind, start)
) WITH (fillfactor = 70);

-- Hypertables where TimescaleDB is installed and loaded; ordinary tables elsewhere.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
     AND EXISTS (SELECT FROM pg_settings WHERE name = 'timescaledb.max_background_workers') THEN
    CREATE EXTENSION IF NOT EXISTS timescaledb;
    PERFORM create_hypertable('reading', 'at', chunk_time_interval => interval '7 days',
                              create_default_indexes => false, if_not_exists => true, migrate_data => true);
    PERFORM create_hypertable('slot', 'at', chunk_time_interval => interval '7 days',
                              create_default_indexes => false, if_not_exists => true, migrate_data => true);
  END IF;
END
$$;
