/** Feed files: readings taken out of the database or off the live topic, a JSON line each. */
@NullMarked
package io.kilowatch.deploy.feed;

import org.jspecify.annotations.NullMarked;
