/** Tests of tables. */
@NullMarked
package io.kilowatch.platform.table;

import org.jspecify.annotations.NullMarked;
