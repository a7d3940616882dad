-- Lists of one period across all enterprises, in the order in which they are paged through.
CREATE INDEX indicator_period ON indicator (kind, start, enterprise, indicator);
