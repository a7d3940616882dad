package io.kilowatch.ingest.devices;

import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.intake.Tracker;
import io.kilowatch.ingest.metrics.IngestMetrics;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.platform.concurrent.Loop;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.DeviceEvent;
import io.kilowatch.registry.topics.DeviceEvent.Ending;
import io.kilowatch.registry.topics.DeviceEvent.Will;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway tells of its devices on {@code energy.devices}: connections that begin and end, window by window what
 * came over them, and sign-ins that were refused.
 *
 * <p>A message costs a look-up and some additions; nothing is sent on the thread that it came on. A connection over which
 * nothing comes is told of too, now and then, so that one whose gateway died can be told from one that is open.
 */
public final class DeviceLog implements Tracker, AutoCloseable {
    /** Of an idle connection something is told every so many windows; one without an end is forgotten after as many. */
    static final int QUIET_WINDOWS = 10;

    private static final int LONGEST_WILL = 1_024;
    private static final String REDRIVE = "redrive";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Catalogues catalogues;
    private final InstantSource clock;
    private final Duration window;
    private final long within;
    private final IngestMetrics metrics;
    private final Outbox outbox;
    private final RefusedLogins refusedLogins;
    private final Map<Key, OpenLink> links = new ConcurrentHashMap<>();
    private final Map<Visitor, OpenLink> visitors = new ConcurrentHashMap<>();
    private final Loop loop = new Loop("ingest-devices", SECOND, this::step);
    private long windowBegan = System.nanoTime();
    private volatile boolean ending;

    private record Key(Channel channel, Identity identity) {}

    /** Who sends messages over no connection of its own. */
    private record Visitor(String protocol, Identity identity) {}

    /**
     * A log in which nothing is written, and that tells nothing by itself until it is started.
     *
     * @param window how often it tells what came
     */
    public DeviceLog(
            Publisher publisher, Catalogues catalogues, InstantSource clock, Duration window, IngestMetrics metrics) {
        this.catalogues = catalogues;
        this.clock = clock;
        this.window = window;
        this.within = window.toMillis() * (QUIET_WINDOWS + 2);
        this.metrics = metrics;
        this.outbox = new Outbox(publisher, metrics);
        this.refusedLogins = new RefusedLogins(clock.millis());
    }

    /** Begins to tell. */
    public void start() {
        loop.start();
    }

    private void step() throws InterruptedException {
        loop.pause(window.compareTo(SECOND) < 0 ? window : SECOND);
        outbox.send();
        if (System.nanoTime() - windowBegan >= window.toNanos()) {
            windowBegan = System.nanoTime();
            metrics.turnWindow();
            tell();
        }
    }

    /** A device has come in over a connection of its own. */
    public void online(Identity identity, Channel channel, String address) {
        long now = clock.millis();
        OpenLink link = new OpenLink(identity, channel, address, now);
        links.put(new Key(channel, identity), link);
        outbox.add(new DeviceEvent.Online(identity.enterprise(), identity.device(), now, link.next(), within));
    }

    /**
     * That connection has ended.
     *
     * @param will what the device wanted told if it ended without a goodbye; told only if it did
     */
    public void offline(Identity identity, Channel channel, Ending how, Optional<Will> will) {
        OpenLink link = links.remove(new Key(channel, identity));
        if (link != null) {
            Ending told = ending && how == Ending.LOST ? Ending.GATEWAY : how;
            end(link, told, told == Ending.CLIENT ? Optional.empty() : will);
        }
    }

    private void end(OpenLink link, Ending how, Optional<Will> will) {
        long now = clock.millis();
        if (!link.isQuiet()) {
            tell(link, now);
        }
        Identity identity = link.identity();
        outbox.add(new DeviceEvent.Offline(identity.enterprise(), identity.device(), now, link.next(), how, will));
    }

    /** The will of a topic and a payload, which is cut to a sensible length. */
    public static Will will(String topic, byte[] payload) {
        return new Will(topic, payload.length, Arrays.copyOf(payload, Math.min(payload.length, LONGEST_WILL)));
    }

    /**
     * Somebody was not let in.
     *
     * @param user the name that was given; one that is not registered is not told of
     * @param reason why, as a word
     */
    public void loginRefused(@Nullable String user, String address, String reason) {
        Optional<Identity> named = user == null ? Optional.empty() : Identity.parse(user);
        named.filter(this::isRegistered).ifPresent(identity -> {
            if (!refusedLogins.add(identity, address, reason)) {
                metrics.deviceEventDropped();
            }
        });
    }

    private boolean isRegistered(Identity identity) {
        return catalogues
                .find(identity.enterprise())
                .filter(catalogue -> catalogue.hasDevice(identity.device()))
                .isPresent();
    }

    @Override
    public void batch(Message message, long receivedAt, Decoded.Batch batch) {
        OpenLink link = link(message, receivedAt);
        if (link != null) {
            link.batch(message.payload().length, receivedAt, batch);
        }
    }

    @Override
    public void refused(Message message, long receivedAt, Refusal refusal) {
        OpenLink link = link(message, receivedAt);
        if (link != null) {
            link.refused(message.payload().length, receivedAt, refusal.code());
        }
    }

    private @Nullable OpenLink link(Message message, long now) {
        Channel channel = message.channel();
        OpenLink link = links.get(new Key(channel, message.from()));
        return link != null || channel.protocol().equals(REDRIVE)
                ? link
                : visitors.computeIfAbsent(
                        new Visitor(channel.protocol(), message.from()),
                        visitor -> new OpenLink(
                                visitor.identity(),
                                new Channel(UUID.randomUUID().toString(), visitor.protocol()),
                                "",
                                now));
    }

    /** Tells what came since the last call; while Kafka takes nothing it is gathered further. */
    public void tell() {
        if (!outbox.hasRoom()) {
            return;
        }
        long now = clock.millis();
        links.values().forEach(link -> report(link, now));
        visitors.values().removeIf(link -> !report(link, now));
        refusedLogins.cut(now).forEach(outbox::add);
        outbox.send();
    }

    /** Tells what came over a connection, or that it is open; false if nothing came for long. */
    private boolean report(OpenLink link, long now) {
        boolean quiet = link.isQuiet();
        if (quiet && link.passedOver() < QUIET_WINDOWS) {
            return true;
        }
        tell(link, now);
        return !quiet;
    }

    private void tell(OpenLink link, long now) {
        Identity identity = link.identity();
        long since = link.told(now);
        outbox.add(new DeviceEvent.Activity(
                identity.enterprise(), identity.device(), now, link.next(), since, within, link.cut()));
    }

    /** The gateway ends: connections that are lost from now on were ended by it. */
    public void endings() {
        ending = true;
    }

    /** The gateway has ended: what is still open ends with it. */
    @Override
    public void close() {
        ending = true;
        loop.close();
        links.values().removeIf(link -> {
            end(link, Ending.GATEWAY, Optional.empty());
            return true;
        });
        tell();
        outbox.send();
    }
}
