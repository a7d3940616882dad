package io.kilowatch.alerts.http;

import io.kilowatch.platform.http.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What every request passes first: security headers, and on a loopback address the check that the browser really asked for
 * this machine, so that a foreign page cannot reach it by a name of its own (DNS rebinding).
 */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final boolean onLoopback;

    Guard(String host) {
        this.onLoopback = LOOPBACK.contains(host);
    }

    boolean checksHost() {
        return onLoopback;
    }

    void check(RoutingContext context) {
        context.response()
                .putHeader(
                        "content-security-policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("x-frame-options", "DENY")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cross-origin-opener-policy", "same-origin")
                .putHeader("cross-origin-resource-policy", "same-origin");
        if (context.request().path().startsWith("/api/")) {
            context.response().putHeader("cache-control", "no-store");
        }
        HostAndPort authority = context.request().authority();
        if (onLoopback && (authority == null || !LOOPBACK.contains(authority.host()))) {
            new Problem(
                            421,
                            "Misdirected request",
                            "请求的主机名不符",
                            "this service listens on the loopback address; ask for localhost or 127.0.0.1")
                    .answer(context);
        } else if (HttpMethod.POST.equals(context.request().method()) && !isJson(context)) {
            new Problem(415, "Unsupported media type", "不支持的内容类型", "send content-type application/json")
                    .answer(context);
        } else {
            context.next();
        }
    }

    private static boolean isJson(RoutingContext context) {
        String type = context.request().getHeader("content-type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
