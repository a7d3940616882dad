-- Published figures that were changed by a correction: of the registry, of the reference data, or of a reading.
CREATE TABLE restatement (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise      text        NOT NULL,
  indicator       text        NOT NULL,
  kind            smallint    NOT NULL, -- of the period: 0 day, 1 month, 2 year
  start           date        NOT NULL,
  unit            text        NOT NULL,
  old_value       numeric,
  new_value       numeric,
  old_outcome     text,
  new_outcome     text,
  cause           text        NOT NULL, -- registry, reference, reading
  registry_offset bigint      NOT NULL, -- the document that the new figure is computed with
  restated_at     timestamptz NOT NULL
);
CREATE INDEX restatement_figure ON restatement (enterprise, indicator, kind, start);
