package io.kilowatch.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of an API (OpenAPI 3.1), served by the API itself. */
public final class OpenApi {
    /** Where it is served. */
    public static final String PATH = "/api/v1/openapi.json";

    private OpenApi() {}

    /** Serves the description that is a resource of a class. */
    public static void mount(Router router, Class<?> owner, String resource) {
        Reply description = Reply.json(read(owner, resource));
        router.get(PATH).handler(description::send);
    }

    private static String read(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the API's description is missing: " + resource);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
