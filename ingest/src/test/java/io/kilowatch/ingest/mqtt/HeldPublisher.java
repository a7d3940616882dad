package io.kilowatch.ingest.mqtt;

import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.registry.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A publisher in memory that stores at once, holds back, or fails, as it is told. */
final class HeldPublisher implements Publisher {
    /** What it does with records. */
    enum Mode {
        STORE,
        HOLD,
        FAIL
    }

    /** What was told of devices, which is stored in any case. */
    final List<Parcel> told = new CopyOnWriteArrayList<>();

    final List<Parcel> stored = new CopyOnWriteArrayList<>();
    final List<Parcel> seen = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private Mode mode = Mode.STORE;

    @Override
    public synchronized void send(Parcel parcel, Consumer<@Nullable Throwable> done) {
        if (parcel.topic().equals(Topics.DEVICES.name())) {
            told.add(parcel);
            done.accept(null);
            return;
        }
        seen.add(parcel);
        switch (mode) {
            case STORE -> store(parcel, done);
            case HOLD -> held.add(() -> store(parcel, done));
            case FAIL -> done.accept(new IllegalStateException("Kafka is away"));
        }
    }

    private void store(Parcel parcel, Consumer<@Nullable Throwable> done) {
        stored.add(parcel);
        done.accept(null);
    }

    synchronized void become(Mode next) {
        mode = next;
        if (next == Mode.STORE) {
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void close() {}
}
