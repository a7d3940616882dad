-- The next offset to read, advanced in the same transaction as what the records said.
CREATE TABLE consumer_offset (
  consumer_group text   NOT NULL,
  topic          text   NOT NULL,
  partition      int    NOT NULL,
  next_offset    bigint NOT NULL,
  PRIMARY KEY (consumer_group, topic, partition)
);
