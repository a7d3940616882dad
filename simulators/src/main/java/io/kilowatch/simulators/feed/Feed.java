package io.kilowatch.simulators.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One or many files as one feed. Many are read side by side and merged by time, as far as each of them is in order of time.
 *
 * @param files in the order in which readings of the same time come
 * @param device the device that all readings are taken to be of; empty where each is of the one that is named
 */
public record Feed(List<FeedFile> files, Optional<String> device) {
    /** Copies the list. */
    public Feed {
        files = List.copyOf(files);
    }

    /**
     * The feed of some files and folders; of a folder it is the files whose names tell a format, by their names.
     *
     * @param mapping without one the files must be as Kilowatch itself writes feeds
     * @param device the device that all readings are taken to be of; empty where each is of the one that is named
     */
    public static Feed of(List<Path> paths, Optional<FeedMapping> mapping, Optional<String> device) {
        List<FeedFile> files = paths.stream()
                .flatMap(path -> files(path).stream())
                .map(file -> new FeedFile(file, mapping))
                .toList();
        return new Feed(files, device);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> FeedFormat.of(file).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + path + " cannot be read", e);
        }
    }

    /**
     * The readings, the same at each call; close the stream.
     *
     * @param bad told of every row, or value of a row, that was skipped
     * @throws io.kilowatch.platform.config.InvalidSettings if a file does not fit the mapping
     */
    public Stream<FeedReading> readings(Consumer<BadRow> bad) {
        Stream<FeedReading> readings = merged(bad);
        return device.isEmpty() ? readings : readings.map(one -> new FeedReading(device.get(), one.reading()));
    }

    private Stream<FeedReading> merged(Consumer<BadRow> bad) {
        if (files.size() == 1) {
            return files.get(0).readings(bad);
        }
        List<Stream<FeedReading>> streams = new ArrayList<>();
        try {
            files.forEach(file -> streams.add(file.readings(bad)));
        } catch (RuntimeException e) {
            streams.forEach(Stream::close);
            throw e;
        }
        return StreamSupport.stream(new Merge(streams), false).onClose(() -> streams.forEach(Stream::close));
    }
}
