/** Evidence as files. */
@NullMarked
package io.kilowatch.aggregator.evidence.file;

import org.jspecify.annotations.NullMarked;
