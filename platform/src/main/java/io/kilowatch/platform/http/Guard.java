package io.kilowatch.platform.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What every request passes first: security headers, and on a loopback address the check that the browser really asked for
 * this machine, so that a foreign page cannot reach it by a name of its own (DNS rebinding).
 */
public final class Guard {
    /** The content security policy of a server that has no page: nothing may be loaded. */
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final boolean onLoopback;
    private final String policy;

    /**
     * That of a server.
     *
     * @param host the address it listens on
     * @param policy the content security policy of its answers
     */
    public Guard(String host, String policy) {
        this.onLoopback = LOOPBACK.contains(host);
        this.policy = policy;
    }

    /** Whether it refuses names that are not this machine's. */
    public boolean checksHost() {
        return onLoopback;
    }

    /** Lets a request pass, or answers it. */
    public void check(RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader("content-security-policy", policy)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("x-frame-options", "DENY")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cross-origin-opener-policy", "same-origin")
                .putHeader("cross-origin-resource-policy", "same-origin");
        if (context.request().path().startsWith("/api/")) {
            response.putHeader("cache-control", "no-store");
        }
        HostAndPort authority = context.request().authority();
        if (onLoopback && (authority == null || !LOOPBACK.contains(authority.host()))) {
            new Problem(
                            421,
                            "Misdirected request",
                            "请求的主机名不符",
                            "此服务只在本机地址上监听，请用 localhost 或 127.0.0.1 访问 / this service listens on the loopback"
                                    + " address; ask for localhost or 127.0.0.1")
                    .answer(context);
        } else {
            context.next();
        }
    }

    /** Lets a request that carries something pass only if that is JSON, which no form of a foreign page can send. */
    public static void jsonOnly(RoutingContext context) {
        if (HttpMethod.POST.equals(context.request().method()) && !isJson(context)) {
            new Problem(
                            415,
                            "Unsupported media type",
                            "不支持的内容类型",
                            "请以 content-type application/json 发送 / send content-type application/json")
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
