/** Tests of feed files. */
@NullMarked
package io.kilowatch.deploy.feed;

import org.jspecify.annotations.NullMarked;
