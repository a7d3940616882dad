package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Dispatch;
import io.vertx.core.Context;

/**
 * What the sessions of one event loop share.
 *
 * @param context the event loop
 * @param dispatch the way of its messages
 * @param turns whose turn it is
 */
record Lane(Context context, Dispatch dispatch, Turns turns) {}
