/** What the inspector's desk reads and does, apart from how it is served. */
@NullMarked
package io.kilowatch.alerts.desk;

import org.jspecify.annotations.NullMarked;
