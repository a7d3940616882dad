/** Tables that are written as files: CSV and XLSX. */
@NullMarked
package io.kilowatch.platform.table;

import org.jspecify.annotations.NullMarked;
