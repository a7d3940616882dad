package io.kilowatch.ingest.limit;

/**
 * How much somebody may send a second on average; 0 is as much as they want.
 *
 * @param messages messages
 * @param bytes bytes
 */
record Rate(int messages, int bytes) {}
