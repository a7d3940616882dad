/** Tests of rates and room, with a clock in the test's hand. */
@NullMarked
package io.kilowatch.ingest.limit;

import org.jspecify.annotations.NullMarked;
