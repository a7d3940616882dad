-- The document in force of each enterprise. It is json, not jsonb: kept as it was published, byte for byte.
CREATE TABLE enterprise_document (
  enterprise text        PRIMARY KEY,
  revision   int         NOT NULL,
  document   json        NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text        NOT NULL
);

-- Every revision there ever was; one without a document is a deletion.
CREATE TABLE enterprise_document_history (
  enterprise text        NOT NULL,
  revision   int         NOT NULL,
  document   json,
  changed_at timestamptz NOT NULL,
  changed_by text        NOT NULL,
  PRIMARY KEY (enterprise, revision)
);

CREATE FUNCTION enterprise_document_history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of enterprise documents is append-only';
END
$$;

CREATE TRIGGER append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON enterprise_document_history
  FOR EACH STATEMENT EXECUTE FUNCTION enterprise_document_history_is_kept();
