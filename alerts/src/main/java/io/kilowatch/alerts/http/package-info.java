/** The inspector's desk over HTTP: API, live events and the page. */
@NullMarked
package io.kilowatch.alerts.http;

import org.jspecify.annotations.NullMarked;
