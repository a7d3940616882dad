/** PostgreSQL: connections, migrations, transactions and binary COPY. */
@NullMarked
package io.kilowatch.platform.database;

import org.jspecify.annotations.NullMarked;
