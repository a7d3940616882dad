package io.kilowatch.alerts.http;

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
import java.util.List;

/** The page's files: a fixed list, read once, so that no path leads anywhere else. */
final class PageFiles {
    static final String FOLDER = "/io/kilowatch/alerts/page/";
    static final List<String> NAMES = List.of(
            "index.html",
            "favicon.svg",
            "css/theme.css",
            "css/layout.css",
            "css/desk.css",
            "css/bullet.css",
            "css/alerts.css",
            "css/drawer.css",
            "js/main.js",
            "js/api.js",
            "js/dom.js",
            "js/i18n.js",
            "js/words.js",
            "js/codes.js",
            "js/format.js",
            "js/state.js",
            "js/topbar.js",
            "js/desk.js",
            "js/row.js",
            "js/bullet.js",
            "js/chart.js",
            "js/drawer.js",
            "js/indicator.js",
            "js/alerts.js",
            "js/dialog.js",
            "js/live.js");

    private PageFiles() {}

    private record PageFile(String type, Buffer bytes, String tag) {}

    static void mount(Router router) {
        for (String name : NAMES) {
            PageFile file = read(name);
            router.get("/" + name).handler(context -> serve(context, file));
        }
        PageFile index = read("index.html");
        router.get("/").handler(context -> serve(context, index));
    }

    private static void serve(RoutingContext context, PageFile file) {
        HttpServerResponse response = context.response();
        response.putHeader("etag", file.tag).putHeader("cache-control", "no-cache");
        if (file.tag.equals(context.request().getHeader("if-none-match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("content-type", file.type).end(file.bytes);
        }
    }

    private static PageFile read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file is missing: " + name);
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
