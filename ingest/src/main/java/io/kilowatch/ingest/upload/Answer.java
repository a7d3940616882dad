package io.kilowatch.ingest.upload;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer of the interface.
 *
 * @param status the HTTP status
 * @param body {@code responseCode} "0" where all is well, else "1", and {@code responseMessage}
 */
record Answer(int status, JsonObject body) {
    private static final String RETRY_SECONDS = "30";

    static Answer success() {
        return new Answer(200, body("0", "RECEIVE SUCCESS"));
    }

    static Answer refused(int status, String zh, String en) {
        return new Answer(status, body("1", zh + " / " + en));
    }

    Answer with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    private static JsonObject body(String code, String message) {
        return new JsonObject().put("responseCode", code).put("responseMessage", message);
    }

    void send(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (status == 401) {
            context.response().putHeader("WWW-Authenticate", "Basic realm=\"Kilowatch\", charset=\"UTF-8\"");
        }
        if (status == 503) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .end(body.toBuffer());
    }
}
