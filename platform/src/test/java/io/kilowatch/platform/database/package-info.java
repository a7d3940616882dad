/** Tests of database. */
@NullMarked
package io.kilowatch.platform.database;

import org.jspecify.annotations.NullMarked;
