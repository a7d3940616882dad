/** Reads recorded feeds, files of several formats seen through a mapping, as a stream of readings that no bad row ends. */
@NullMarked
package io.kilowatch.simulators.feed;

import org.jspecify.annotations.NullMarked;
