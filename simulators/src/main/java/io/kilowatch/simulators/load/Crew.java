package io.kilowatch.simulators.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The devices of one event loop; all but the constructor and the counters is used on it alone. */
final class Crew {
    private static final int FIRST_PAUSE_MS = 250;
    private static final int SPREAD_MS = 500;
    private static final int CONNECT_TIMEOUT_MS = 10_000;
    private static final int PING_SECONDS = 240;
    private static final int UNAVAILABLE = 3;

    private final EventLoop loop;
    private final Target target;
    private final Bootstrap bootstrap;
    private final List<Device> devices = new ArrayList<>();
    private @Nullable Muster muster;
    private @Nullable Shift shift;
    private boolean leaving;
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicLong receipts = new AtomicLong();
    private volatile String firstReceipt = "";
    private volatile String lastFault = "";

    Crew(EventLoop loop, Target target) {
        this.loop = loop;
        this.target = target;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .remoteAddress(target.host(), target.port())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS);
        loop.scheduleAtFixedRate(() -> devices.forEach(Device::ping), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    EventLoop loop() {
        return loop;
    }

    List<Device> devices() {
        return devices;
    }

    int present() {
        return present.get();
    }

    int lost() {
        return lost.get();
    }

    long receipts() {
        return receipts.get();
    }

    String firstReceipt() {
        return firstReceipt;
    }

    String lastFault() {
        return lastFault;
    }

    void gather(Muster gathering) {
        muster = gathering;
    }

    void work(Shift working) {
        shift = working;
    }

    /** Opens a connection for a device. */
    void open(Device device) {
        bootstrap.clone().handler(new Gate(device, target)).connect().addListener(opened -> {
            if (!opened.isSuccess()) {
                fault(opened.cause());
                again(device);
            }
        });
    }

    private void again(Device device) {
        if (muster != null) {
            muster.failed();
        }
        loop.schedule(
                () -> {
                    if (!leaving) {
                        open(device);
                    }
                },
                FIRST_PAUSE_MS + device.number() % SPREAD_MS,
                TimeUnit.MILLISECONDS);
    }

    void admitted(Device device, long now) {
        present.incrementAndGet();
        if (muster != null) {
            muster.admitted(device, now);
        }
        device.fill(now);
    }

    void refused(Device device, int code) {
        lastFault = "device " + device.number() + " was refused with code " + code;
        if (muster != null && code != UNAVAILABLE) {
            muster.hopeless(lastFault + "; are the registry documents in force?");
        }
        device.drop();
    }

    void closed(Device device, boolean wasAdmitted, int dropped) {
        present.addAndGet(wasAdmitted ? -1 : 0);
        if (leaving) {
            return;
        }
        if (shift != null && wasAdmitted) {
            shift.dropped(dropped);
        }
        if (wasAdmitted && device.wantedSince().isPresent()) {
            open(device);
        } else {
            lost.addAndGet(wasAdmitted ? 1 : 0);
            again(device);
        }
    }

    void receipt(String text) {
        receipts.incrementAndGet();
        if (firstReceipt.isEmpty()) {
            firstReceipt = text;
        }
    }

    void fault(Throwable cause) {
        lastFault = cause.toString();
    }

    /** The time for which a message that is sent now was intended. */
    long sent(Device device, long now) {
        return shift == null ? now : shift.sent(device, now);
    }

    void acknowledged(long intended, long now) {
        if (shift != null) {
            shift.acknowledged(intended, now);
        }
    }

    void leave() {
        leaving = true;
        devices.forEach(Device::leave);
    }
}
