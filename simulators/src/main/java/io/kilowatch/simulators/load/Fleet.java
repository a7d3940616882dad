package io.kilowatch.simulators.load;

import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Many connected devices that publish with QoS 1 in MQTT 3.1.1, from a few event loops of their own.
 *
 * <p>It speaks just enough of the protocol to load a gateway without becoming the load itself.
 */
public final class Fleet implements AutoCloseable {
    private static final Duration LONGEST_MUSTER = Duration.ofMinutes(10);
    private static final Duration LONGEST_FLOW = Duration.ofHours(12);
    private static final int MOST_PENDING = 500;
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Messages messages;
    private final FleetSize size;
    private final IoEventLoopGroup group;
    private final List<Crew> crews = new ArrayList<>();

    private Fleet(Target target, Messages messages, FleetSize size) {
        this.messages = messages;
        this.size = size;
        this.group = new MultiThreadIoEventLoopGroup(
                size.loops(), new DefaultThreadFactory("load", true), NioIoHandler.newFactory());
        for (int i = 0; i < size.loops(); i++) {
            crews.add(new Crew(group.next(), target));
        }
        for (int number = 0; number < size.devices(); number++) {
            Crew crew = crews.get(number % crews.size());
            List<Device> devices = crew.devices();
            devices.add(new Device(crew, messages, number, devices.size(), size.window()));
        }
    }

    /**
     * Connects devices and waits until the gateway has let all of them in.
     *
     * @throws IllegalStateException if it does not
     */
    public static Fleet connect(Target target, Messages messages, FleetSize size) throws InterruptedException {
        Fleet fleet = new Fleet(target, messages, size);
        try {
            fleet.gather(
                    "connect",
                    size.devices(),
                    muster -> muster.gradually(
                            (double) size.perSecond() / size.loops(), Math.max(1, MOST_PENDING / size.loops())));
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /** Drops the connections of so many devices at once and waits until all of them are in again. */
    public LoadResult storm(int devices) throws InterruptedException {
        return gather("storm", devices, Muster::storm);
    }

    private LoadResult gather(String name, int devices, Consumer<Muster> begin) throws InterruptedException {
        List<CompletableFuture<Muster.Tally>> coming = onEach(crew -> {
            Muster muster = new Muster(crew, some(crew, devices));
            begin.accept(muster);
            return muster.done();
        });
        return Results.of(name, devices, await(coming, LONGEST_MUSTER));
    }

    /** Has the active devices do something, and waits until it is done. */
    public LoadResult run(Flow flow) throws InterruptedException {
        return await(List.of(begin(flow)), LONGEST_FLOW).get(0);
    }

    /** Has the active devices begin something. */
    public CompletableFuture<LoadResult> begin(Flow flow) {
        long begin = System.nanoTime() + LEAD_NANOS;
        long receipts = receipts();
        int lost = lost();
        List<CompletableFuture<Shift.Tally>> working = onEach(crew -> {
            List<Device> active = some(crew, size.active());
            Shift shift = new Shift(crew, active, flow, begin, (double) active.size() / size.active());
            shift.schedule();
            return shift.done();
        });
        return all(working).thenApply(tallies -> Results.of(flow, this, tallies, receipts() - receipts, lost() - lost));
    }

    /** Those of a crew's devices that are among the first of the fleet. */
    private static List<Device> some(Crew crew, int first) {
        return crew.devices().stream().filter(device -> device.number() < first).toList();
    }

    private <T> List<CompletableFuture<T>> onEach(Function<Crew, CompletableFuture<T>> action) {
        return crews.stream()
                .filter(crew -> !crew.devices().isEmpty())
                .map(crew -> CompletableFuture.supplyAsync(() -> action.apply(crew), crew.loop())
                        .thenCompose(done -> done))
                .toList();
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }

    private <T> List<T> await(List<CompletableFuture<T>> futures, Duration longest) throws InterruptedException {
        try {
            return all(futures).get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    present() + " of " + size.devices() + " devices are in after " + longest + "; " + lastFault(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IllegalStateException(cause == null ? e.toString() : cause.getMessage(), cause);
        }
    }

    /** How many devices are connected and let in. */
    public int present() {
        return (int) sum(Crew::present);
    }

    /** How often a connection was lost since the beginning. */
    public int lost() {
        return (int) sum(Crew::lost);
    }

    /** How many receipts have come since the beginning: messages of which something was refused. */
    public long receipts() {
        return sum(Crew::receipts);
    }

    /** The first receipt that came; empty if none has. */
    public String firstReceipt() {
        return crews.stream()
                .map(Crew::firstReceipt)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String lastFault() {
        return crews.stream()
                .map(Crew::lastFault)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private long sum(ToLongFunction<Crew> figure) {
        return crews.stream().mapToLong(figure).sum();
    }

    Messages messages() {
        return messages;
    }

    FleetSize size() {
        return size;
    }

    /** Takes leave of the gateway and ends its event loops. */
    @Override
    public void close() {
        crews.forEach(crew -> crew.loop().execute(crew::leave));
        group.shutdownGracefully(100, 5_000, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
}
