package io.kilowatch.simulators.replay;

import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Option;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.simulators.feed.Feed;
import io.kilowatch.simulators.feed.MappingReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a feed and the mapping that they are read with.
 *
 * @param paths files and folders
 * @param mapping name of a ready mapping, or a mapping file; empty for feeds as Kilowatch itself writes them
 * @param device the device that everything is sent as; empty to send as the devices that the feed or its mapping name
 */
public record FeedSource(List<Path> paths, Optional<String> mapping, Optional<String> device) {
    private static final Option<List<Path>> FEED = Option.list(
            "feed",
            "FILE|FOLDER[,...]",
            "",
            "what to replay: CSV, JSON Lines or XLSX files, or folders of them; .gz may follow",
            Path::of);
    private static final Option<String> MAPPING = Option.text(
            "mapping",
            "NAME|FILE",
            "",
            "how columns become readings: a mapping file, or steel-uci-15min or household-opsd-60min;"
                    + " without one the feed is as feed record and feed export write it");

    private static final Option<String> USER = Option.text(
            "device-user",
            "ENTERPRISE/DEVICE",
            "",
            "the device to send everything as; without it the devices are those that the feed or its mapping name");

    static final List<Option<?>> OPTIONS = List.of(FEED, MAPPING, USER);

    /** Copies the list. */
    public FeedSource {
        paths = List.copyOf(paths);
    }

    static FeedSource from(Settings settings) {
        List<Path> paths = settings.value(FEED);
        Optional<String> mapping = settings.optional(MAPPING);
        Optional<ReadyFeed> ready = mapping.flatMap(ReadyFeed::of);
        if (paths.isEmpty()) {
            settings.fault(FEED.flag() + " is missing; give it, or set " + FEED.variable() + " (" + FEED.text() + ")");
        }
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                settings.fault(FEED.flag() + " is " + path + ": no such file can be read"
                        + ready.map(known -> "; it can be had from: " + known.origin())
                                .orElse(""));
            }
        }
        if (mapping.isPresent() && ready.isEmpty() && !Files.isReadable(Path.of(mapping.get()))) {
            settings.fault(MAPPING.flag() + " is \"" + mapping.get()
                    + "\": give a mapping file, steel-uci-15min or household-opsd-60min");
        }
        Optional<String> user = settings.optional(USER).or(() -> ready.map(ReadyFeed::user));
        if (user.isPresent() && !user.get().matches("[^/]+/[^/]+")) {
            settings.fault(USER.flag() + " is \"" + user.get() + "\": give ENTERPRISE/DEVICE");
        }
        return new FeedSource(paths, mapping, user);
    }

    /** The ready feed that the mapping is of. */
    Optional<ReadyFeed> ready() {
        return mapping.flatMap(ReadyFeed::of);
    }

    /**
     * The feed.
     *
     * @throws InvalidSettings if the mapping has faults, or a folder no feed
     */
    Feed feed() {
        Feed feed = Feed.of(paths, mapping.map(name -> MappingReader.read(name, text(name))), device);
        if (feed.files().isEmpty()) {
            throw new InvalidSettings(List.of("no feed is in " + paths + "; give files that end in .csv, .txt, .tsv,"
                    + " .jsonl, .ndjson or .xlsx"));
        }
        return feed;
    }

    private static String text(String mapping) {
        return ReadyFeed.of(mapping).map(ReadyFeed::mapping).orElseGet(() -> {
            try {
                return Files.readString(Path.of(mapping));
            } catch (IOException e) {
                throw new UncheckedIOException("mapping " + mapping + " cannot be read", e);
            }
        });
    }
}
