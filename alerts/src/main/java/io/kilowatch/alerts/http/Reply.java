package io.kilowatch.alerts.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer that went well.
 *
 * @param type its content type
 * @param body its text
 * @param fileName the name that a browser saves it by; empty if it is not to be saved
 */
record Reply(String type, String body, String fileName) {
    static Reply json(ObjectNode node) {
        return new Reply("application/json", node.toString(), "");
    }

    static Reply csv(Csv csv, String fileName) {
        return new Reply("text/csv; charset=utf-8", csv.text(), fileName);
    }

    void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.putHeader("content-type", type).putHeader("vary", "Accept");
        if (!fileName.isEmpty()) {
            response.putHeader("content-disposition", "attachment; filename=\"" + fileName + '"');
        }
        response.end(body);
    }
}
