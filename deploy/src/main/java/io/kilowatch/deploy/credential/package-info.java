/** Credentials of devices: the operator's own CA, random passwords, and the card that the device's engineer gets. */
@NullMarked
package io.kilowatch.deploy.credential;

import org.jspecify.annotations.NullMarked;
