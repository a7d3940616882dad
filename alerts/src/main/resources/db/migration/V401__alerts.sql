-- The newest verdict of every enterprise, indicator and period, as it came from energy.verdicts.
CREATE TABLE verdict_current (
  enterprise   text        NOT NULL,
  indicator    text        NOT NULL,
  period_kind  text        NOT NULL,
  period_start date        NOT NULL,
  outcome      text,
  as_of        timestamptz NOT NULL,
  body         jsonb       NOT NULL,
  PRIMARY KEY (enterprise, period_kind, period_start, indicator)
) WITH (fillfactor = 80);

CREATE INDEX verdict_current_period ON verdict_current (period_kind, period_start, enterprise);

-- One alert for each enterprise, indicator and period, as it stands.
CREATE TABLE alert (
  id              uuid        PRIMARY KEY,
  enterprise      text        NOT NULL,
  indicator       text        NOT NULL,
  period_kind     text        NOT NULL,
  period_start    date        NOT NULL,
  name_zh         text        NOT NULL,
  name_en         text        NOT NULL,
  unit            text        NOT NULL,
  status          text        NOT NULL,
  reservations    jsonb       NOT NULL,
  value           numeric,
  limit_value     numeric,
  completeness    numeric     NOT NULL,
  as_of           timestamptz NOT NULL,
  noted_value     numeric,
  noted_limit     numeric,
  noted_completeness numeric  NOT NULL,
  noted_as_of     timestamptz NOT NULL,
  peak            numeric,
  opened_at       timestamptz NOT NULL,
  since           timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  seq             int         NOT NULL,
  acknowledged_by text,
  acknowledged_note text,
  acknowledged_at timestamptz,
  UNIQUE (enterprise, indicator, period_kind, period_start)
) WITH (fillfactor = 80);

CREATE INDEX alert_newest ON alert (opened_at DESC, id DESC);
CREATE INDEX alert_standing ON alert (enterprise) WHERE status <> 'cleared';

-- What happened to each alert; rows are only ever added.
CREATE TABLE alert_history (
  alert_id     uuid        NOT NULL,
  seq          int         NOT NULL,
  at           timestamptz NOT NULL,
  kind         text        NOT NULL,
  status       text        NOT NULL,
  value        numeric,
  limit_value  numeric,
  completeness numeric     NOT NULL,
  as_of        timestamptz NOT NULL,
  reasons      jsonb       NOT NULL,
  actor        text        NOT NULL,
  note         text        NOT NULL,
  PRIMARY KEY (alert_id, seq)
);
