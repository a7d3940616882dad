/** Tests of what services share. */
@NullMarked
package io.kilowatch.deploy.service;

import org.jspecify.annotations.NullMarked;
