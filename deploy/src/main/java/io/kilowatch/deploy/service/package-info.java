/** Services put together in one process, on given or embedded parts. */
@NullMarked
package io.kilowatch.deploy.service;

import org.jspecify.annotations.NullMarked;
