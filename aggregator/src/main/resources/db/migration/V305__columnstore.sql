-- Where TimescaleDB's community edition is present, what is older than a month is kept in columns, a tenth of the size.
-- Late readings are still accepted there: a row that one of them changes is taken out of the columns and put back later.
DO $$
DECLARE
  hypertable text;
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb')
     AND current_setting('timescaledb.license', true) = 'timescale' THEN
    FOREACH hypertable IN ARRAY ARRAY['reading', 'reading_aside', 'slot'] LOOP
      EXECUTE format('ALTER TABLE %I SET (timescaledb.compress, timescaledb.compress_segmentby = ''meter'','
                     ' timescaledb.compress_orderby = ''at'')', hypertable);
      EXECUTE format('SELECT add_compression_policy(%L, interval ''30 days'', if_not_exists => true)', hypertable);
    END LOOP;
  END IF;
END
$$;
