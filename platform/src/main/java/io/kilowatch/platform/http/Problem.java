package io.kilowatch.platform.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * An error as an HTTP answer (RFC 9457, {@code application/problem+json}).
 *
 * @param status the HTTP status
 * @param title what went wrong, in English
 * @param titleZh the same in Chinese
 * @param detail what was given and how to mend it
 */
public record Problem(int status, String title, String titleZh, String detail) {
    /** Something named in the path does not exist. */
    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", "未找到", detail);
    }

    /** The request cannot be understood. */
    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", "请求有误", detail);
    }

    /** The request does not fit the state of the thing it names. */
    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", "状态冲突", detail);
    }

    /** The service is at fault. */
    public static Problem internal() {
        return new Problem(500, "Internal error", "内部错误", "故障已记入服务日志 / the fault is in the service's log");
    }

    /** Answers a request with it. */
    public void answer(RoutingContext context) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("status", status)
                        .put("title", title)
                        .put("titleZh", titleZh)
                        .put("detail", detail)
                        .put("instance", context.request().path())
                        .encode());
    }
}
