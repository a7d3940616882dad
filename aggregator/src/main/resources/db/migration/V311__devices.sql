-- What was last seen of a device. Offsets are milliseconds that its clock is behind the gateway's, the way included.
CREATE TABLE device (
  enterprise        text        NOT NULL,
  device            text        NOT NULL,
  seen_at           timestamptz,          -- when a connection of it was last told of
  message_at        timestamptz,          -- when its last message was received
  reading_at        timestamptz,          -- the time of its newest reading
  lateness          bigint,               -- milliseconds from a batch's newest reading to its receipt, of the last batch
  clock_offset      bigint,
  median_offset     bigint,
  login_refused_at  timestamptz,
  login_refused_why text,
  login_address     text,
  PRIMARY KEY (enterprise, device)
) WITH (fillfactor = 70);

-- The connections of devices: who was online, when, and how it ended.
CREATE TABLE device_connection (
  connection text        NOT NULL PRIMARY KEY,
  enterprise text        NOT NULL,
  device     text        NOT NULL,
  protocol   text        NOT NULL,
  address    text        NOT NULL,
  online_at  timestamptz NOT NULL,
  offline_at timestamptz,
  ending     text,
  will_topic text,
  will_bytes int,
  will       bytea,
  number     bigint      NOT NULL, -- of what was last told of it: what has no higher one is a repetition
  told_at    timestamptz NOT NULL, -- when that was
  heard_at   timestamptz NOT NULL, -- when that was by Kafka's clock
  within     bigint      NOT NULL, -- after so many milliseconds at most something was to be told again
  messages   bigint      NOT NULL,
  accepted   bigint      NOT NULL,
  refused    bigint      NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX device_connection_device ON device_connection (enterprise, device, online_at);
CREATE INDEX device_connection_open ON device_connection (enterprise, device, online_at) WHERE offline_at IS NULL;
CREATE INDEX device_connection_told ON device_connection (told_at);

-- What came of a device, hour by hour.
CREATE TABLE device_hour (
  enterprise     text        NOT NULL,
  device         text        NOT NULL,
  at             timestamptz NOT NULL, -- the hour's beginning
  messages       bigint      NOT NULL,
  bytes          bigint      NOT NULL,
  accepted       bigint      NOT NULL,
  refused        bigint      NOT NULL,
  logins_refused bigint      NOT NULL,
  lateness       bigint,               -- the last one of the hour, as the offset is
  median_offset  bigint,
  PRIMARY KEY (enterprise, device, at)
) WITH (fillfactor = 70);

-- The refusals of an hour, by code.
CREATE TABLE device_refusal (
  enterprise text        NOT NULL,
  device     text        NOT NULL,
  at         timestamptz NOT NULL,
  code       text        NOT NULL,
  count      bigint      NOT NULL,
  PRIMARY KEY (enterprise, device, at, code)
) WITH (fillfactor = 70);

-- What was refused, as it is in energy.rejected, by its place there.
CREATE TABLE rejected_batch (
  received_at timestamptz NOT NULL,
  part        int         NOT NULL, -- partition and offset
  pos         bigint      NOT NULL,
  enterprise  text        NOT NULL,
  device      text        NOT NULL,
  sent_at     timestamptz,
  topic       text        NOT NULL,
  connection  text        NOT NULL,
  protocol    text        NOT NULL,
  batch       text        NOT NULL,
  accepted    int         NOT NULL,
  refused     int         NOT NULL,
  codes       text[]      NOT NULL,
  remaining   int         NOT NULL, -- how many are refused still, after the last redrive
  redriven_at timestamptz,
  redriven_by text,
  record      bytea       NOT NULL,
  PRIMARY KEY (received_at, part, pos)
);
CREATE INDEX rejected_batch_device ON rejected_batch (enterprise, device, received_at);
CREATE INDEX rejected_batch_place ON rejected_batch (part, pos);

-- Requests to take rejected batches in again, and what came of them.
CREATE TABLE redrive (
  part         int         NOT NULL,
  pos          bigint      NOT NULL,
  request      uuid        NOT NULL,
  requested_by text        NOT NULL,
  requested_at timestamptz,
  done_at      timestamptz,
  accepted     int,
  refused      int,
  refusals     text,       -- JSON
  PRIMARY KEY (part, pos, request)
);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') THEN
    PERFORM create_hypertable('device_hour', 'at', chunk_time_interval => interval '30 days',
                              create_default_indexes => false, if_not_exists => true, migrate_data => true);
    PERFORM create_hypertable('device_refusal', 'at', chunk_time_interval => interval '30 days',
                              create_default_indexes => false, if_not_exists => true, migrate_data => true);
    PERFORM create_hypertable('rejected_batch', 'received_at', chunk_time_interval => interval '7 days',
                              create_default_indexes => false, if_not_exists => true, migrate_data => true);
  END IF;
END
$$;
