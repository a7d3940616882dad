package io.kilowatch.simulators.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A public data set whose mapping and registry document come with the program; the data itself does not. */
public enum ReadyFeed {
    /** A steel plant's year of 15-minute amounts. */
    STEEL(
            "steel-uci-15min",
            "91640200MAKW00918L/gw-1",
            "UCI Machine Learning Repository, data set 851, Steel_industry_data.csv"),
    /** A household's nine cumulative meters, hourly. */
    HOUSEHOLD(
            "household-opsd-60min",
            "91640104MAKW009264/gw-1",
            "Open Power System Data, Household Data, household_data_60min_singleindex.csv");

    private final String word;
    private final String user;
    private final String origin;

    ReadyFeed(String word, String user, String origin) {
        this.word = word;
        this.user = user;
        this.origin = origin;
    }

    /** The ready feed of a name. */
    public static Optional<ReadyFeed> of(String word) {
        return Arrays.stream(values()).filter(feed -> feed.word.equals(word)).findFirst();
    }

    /** Its name, as given to {@code --mapping}. */
    public String word() {
        return word;
    }

    /** Where the data can be had. */
    public String origin() {
        return origin;
    }

    /** The user name of its device, {@code enterprise/device}. */
    public String user() {
        return user;
    }

    /** The password of its device, for trials only. */
    public String password() {
        return "replay-demo";
    }

    /** Its mapping, as YAML. */
    public String mapping() {
        return text("mapping.yaml");
    }

    /** The registry document of its enterprise, as YAML. */
    public String registry() {
        return text("registry.yaml");
    }

    private String text(String file) {
        try (InputStream in = ReadyFeed.class.getResourceAsStream(word + '/' + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + word + '/' + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
