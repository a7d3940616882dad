package io.kilowatch.platform.http;

import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a router answers what it cannot: always with a problem. */
public final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** For every status that a server of an API can come to by itself. */
    public static void mount(Router router) {
        mount(router, 400, () -> Problem.badRequest("请求无法识别 / the request cannot be read"));
        mount(
                router,
                404,
                () -> Problem.notFound(
                        "此地址没有内容，参见 /api/v1/openapi.json / nothing is at this address; see /api/v1/openapi.json"));
        mount(
                router,
                405,
                () -> new Problem(
                        405,
                        "Method not allowed",
                        "不支持的方法",
                        "允许的方法见 /api/v1/openapi.json / for the methods that are allowed see /api/v1/openapi.json"));
        mount(router, 500, Problem::internal);
    }

    /** For one status; a {@link Refusal} that was thrown goes before it. */
    public static void mount(Router router, int status, Supplier<Problem> problem) {
        router.errorHandler(status, context -> {
            if (context.failure() instanceof Refusal refusal) {
                if (!context.response().headWritten()) {
                    refusal.problem().answer(context);
                }
                return;
            }
            if (status == 500) {
                log.error("request failed [path: {}]", context.request().path(), context.failure());
            }
            if (!context.response().headWritten()) {
                problem.get().answer(context);
            }
        });
    }
}
