package io.kilowatch.aggregator.evidence.http;

import io.kilowatch.platform.http.Problem;
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

    void check(RoutingContext context) {
        context.response()
                .putHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cross-origin-resource-policy", "same-origin")
                .putHeader("cache-control", "no-store");
        HostAndPort authority = context.request().authority();
        if (onLoopback && (authority == null || !LOOPBACK.contains(authority.host()))) {
            new Problem(
                            421,
                            "Misdirected request",
                            "请求的主机名不符",
                            "请用 localhost 或 127.0.0.1 访问 / ask for localhost or 127.0.0.1")
                    .answer(context);
        } else {
            context.next();
        }
    }
}
