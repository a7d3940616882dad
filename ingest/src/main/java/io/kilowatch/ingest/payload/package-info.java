/** Payloads as they cross the wire: batches in, receipts and rejections out. */
@NullMarked
package io.kilowatch.ingest.payload;

import org.jspecify.annotations.NullMarked;
