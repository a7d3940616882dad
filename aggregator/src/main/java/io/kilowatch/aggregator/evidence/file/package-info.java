/** Evidence as JSON and as a ZIP file. */
@NullMarked
package io.kilowatch.aggregator.evidence.file;

import org.jspecify.annotations.NullMarked;
