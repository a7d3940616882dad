/** The service's tables: the newest verdicts, the alerts and their history. */
@NullMarked
package io.kilowatch.alerts.store;

import org.jspecify.annotations.NullMarked;
