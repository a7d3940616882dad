package io.kilowatch.platform.http;

import io.kilowatch.platform.table.Csv;
import io.kilowatch.platform.table.Table;
import io.kilowatch.platform.table.Xlsx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer that went well. */
public sealed interface Reply {
    /** Sends it. */
    void send(RoutingContext context);

    /**
     * A text.
     *
     * @param type its content type
     * @param text the text
     * @param policy a content security policy of its own; empty for the server's
     */
    record Body(String type, String text, String policy) implements Reply {
        @Override
        public void send(RoutingContext context) {
            HttpServerResponse response = context.response();
            if (response.ended() || response.closed()) {
                return;
            }
            if (!policy.isEmpty()) {
                response.putHeader("content-security-policy", policy);
            }
            response.putHeader("content-type", type).putHeader("vary", "Accept").end(text);
        }
    }

    /**
     * A file of the disk that is deleted when it was sent, so that neither memory nor a transaction waits for a slow reader.
     *
     * @param type its content type
     * @param file where it is
     * @param name the name that a browser saves it by
     */
    record Download(String type, Path file, String name) implements Reply {
        private static final Logger log = LoggerFactory.getLogger(Download.class);

        @Override
        public void send(RoutingContext context) {
            HttpServerResponse response = context.response();
            if (response.ended() || response.closed()) {
                context.vertx().fileSystem().delete(file.toString());
                return;
            }
            response.putHeader("content-type", type)
                    .putHeader("vary", "Accept")
                    .putHeader("content-disposition", "attachment; filename=\"" + name + '"')
                    .sendFile(file.toString())
                    .onComplete(sent -> context.vertx().fileSystem().delete(file.toString()))
                    .onFailure(fault -> log.debug("a file was not taken to its end [name: {}]", name, fault));
        }
    }

    /** What writes a file. */
    @FunctionalInterface
    interface Writing {
        /** Writes it; the stream is closed by who gives it. */
        void to(OutputStream stream) throws Exception;
    }

    /** JSON. */
    static Reply json(String text) {
        return new Body(Format.JSON.type(), text, "");
    }

    /** A table as CSV or XLSX. */
    static Reply table(Table table, Format format, String name) throws Exception {
        return switch (format) {
            case CSV -> download(format.type() + "; charset=utf-8", name + ".csv", out -> Csv.write(table, out));
            case XLSX -> download(format.type(), name + ".xlsx", out -> Xlsx.write(List.of(table), out));
            case JSON, HTML, ZIP -> throw new IllegalArgumentException("no table is written as " + format);
        };
    }

    /** A file that something writes; of a name, only plain letters are kept. */
    static Reply download(String type, String name, Writing writing) throws Exception {
        Path file = Files.createTempFile("kilowatch-", ".tmp");
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writing.to(stream);
        } catch (Exception e) {
            deleted(file);
            throw e;
        }
        return new Download(type, file, name.replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    private static void deleted(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
