package io.kilowatch.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page's files: its own and those that all pages share, a fixed list, read once, so that no path leads anywhere else.
 *
 * <p>Its own are served below {@code /}, the shared ones below {@code /shared/}, and {@code index.html} at {@code /} too.
 */
public final class PageFiles {
    /** The content security policy of a server with a page: nothing but the server itself. */
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Where the shared files are among the resources. */
    public static final String SHARED_FOLDER = "/io/kilowatch/platform/page/";

    /** The files that all pages share: look, languages, formats and charts. */
    public static final List<String> SHARED = List.of(
            "favicon.svg",
            "theme.css",
            "frame.css",
            "figures.css",
            "judgement.css",
            "api.js",
            "bullet.js",
            "chart.js",
            "codes.js",
            "dom.js",
            "format.js",
            "i18n.js",
            "judgement.js",
            "names.js",
            "settings.js",
            "verdict.js",
            "words.js");

    private final Map<String, PageFile> files = new LinkedHashMap<>();

    private record PageFile(String type, Buffer bytes, String tag) {}

    /**
     * Those of a page.
     *
     * @param owner whose resources they are
     * @param folder where they are among them, with {@code /} at both ends
     * @param names its own files, {@code index.html} among them
     */
    public PageFiles(Class<?> owner, String folder, List<String> names) {
        for (String name : names) {
            files.put("/" + name, read(owner, folder, name));
        }
        for (String name : SHARED) {
            files.put("/shared/" + name, read(PageFiles.class, SHARED_FOLDER, name));
        }
        files.put("/", read(owner, folder, "index.html"));
    }

    /** Serves them. */
    public void mount(Router router) {
        files.forEach((path, file) -> router.get(path).handler(context -> serve(context, file)));
    }

    private static void serve(RoutingContext context, PageFile file) {
        HttpServerResponse response = context.response();
        response.putHeader("content-security-policy", POLICY);
        response.putHeader("etag", file.tag).putHeader("cache-control", "no-cache");
        if (file.tag.equals(context.request().getHeader("if-none-match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("content-type", file.type).end(file.bytes);
        }
    }

    private static PageFile read(Class<?> owner, String folder, String name) {
        try (InputStream in = owner.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file is missing: " + folder + name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
            return new PageFile(type(name), Buffer.buffer(bytes), tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".html" -> "text/html; charset=utf-8";
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no content type for " + name);
        };
    }
}
