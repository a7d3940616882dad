package io.kilowatch.ingest.reading;

import io.kilowatch.domain.Micros;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.Reading;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReadingSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The examination of one batch: each draft becomes an accepted reading or a refusal.
 *
 * <p>A draft is refused for the first thing that is wrong with it, in the order meter, time, kind, number.
 */
public final class Examination {
    private final Catalogue catalogue;
    private final String device;
    private final long latest;
    private final int most;
    private final IntPredicate wanted;
    private final List<Reading> accepted = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>(0);
    private int seen;
    private int time;
    private int timeEnd;
    private long timeMillis;

    /**
     * An examination that has seen nothing yet.
     *
     * @param device the device that sent the batch
     * @param latest the last time that is not too far in the future, in milliseconds since 1970 UTC
     * @param most how many readings a batch may have
     */
    public Examination(Catalogue catalogue, String device, long latest, int most) {
        this(catalogue, device, latest, most, index -> true);
    }

    /** An examination of some readings of a batch only; the others are neither accepted nor refused. */
    public Examination(Catalogue catalogue, String device, long latest, int most, IntPredicate wanted) {
        this.catalogue = catalogue;
        this.device = device;
        this.latest = latest;
        this.most = most;
        this.wanted = wanted;
    }

    /** What is registered of the sender's enterprise. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The device that sent the batch. */
    public String device() {
        return device;
    }

    /** Refuses the next reading of the batch, for something that a draft cannot say. */
    public void refuse(String name, RefusalCode code, Name message) {
        int index = seen++;
        if (index < most && wanted.test(index)) {
            refuse(index, name, code, message);
        }
    }

    /** Examines the next draft of the batch. */
    public void next(Draft draft) {
        int index = seen++;
        if (index < most && wanted.test(index)) {
            examine(index, draft);
        }
    }

    /** Examines the next reading of the batch where it stands, with the same outcome as its draft would have. */
    public void next(Plain plain) {
        int index = seen++;
        if (index < most && wanted.test(index) && !accepts(plain)) {
            examine(index, plain.draft());
        }
    }

    /** Forgets all that it has seen. */
    public void forget() {
        accepted.clear();
        refused.clear();
        seen = 0;
        timeEnd = 0;
    }

    /** Accepts a reading that is as nearly all are; false where it takes more to say what is to become of it. */
    private boolean accepts(Plain plain) {
        KnownMeter meter = plain.meter(catalogue);
        if (meter == null
                || !plain.isUsual()
                || plain.kind() != meter.kind()
                || !meter.device().equals(device)) {
            return false;
        }
        long at = millis(plain);
        if (at == DeviceTime.NONE || at > latest) {
            return false;
        }
        try {
            long value = Micros.parse(plain.bytes(), plain.value(), plain.valueEnd());
            if (value < meter.least() || value > meter.most()) {
                return false;
            }
            accepted.add(new Reading(meter.id(), at, meter.kind(), value, ReadingSource.MEASURED));
            return true;
        } catch (NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    /** The readings of a batch mostly have the same time, which is then read once. */
    private long millis(Plain plain) {
        byte[] bytes = plain.bytes();
        if (timeEnd == 0 || !Arrays.equals(bytes, time, timeEnd, bytes, plain.at(), plain.atEnd())) {
            time = plain.at();
            timeEnd = plain.atEnd();
            timeMillis = DeviceTime.millis(bytes, time, timeEnd);
        }
        return timeMillis;
    }

    /** The outcome; all readings beyond the most that a batch may have are one refusal, at the first of them. */
    public Decoded.Batch end(String batch, OptionalLong sentAt) {
        if (seen > most && wanted.test(most)) {
            refused.add(new Refusal(
                    most,
                    "",
                    RefusalCode.TOO_MANY,
                    new Name(
                            "一批最多 " + most + " 条，第 " + most + " 至 " + (seen - 1) + " 条未接收",
                            "a batch has at most " + most + " readings; " + most + " to " + (seen - 1)
                                    + " are refused")));
        }
        return new Decoded.Batch(Refusal.cut(batch), sentAt, accepted, refused);
    }

    private void examine(int index, Draft draft) {
        String name = draft.meter() == null ? "" : draft.meter();
        KnownMeter meter = catalogue.meter(name);
        if (meter == null) {
            refuse(index, name, RefusalCode.UNKNOWN_METER, Messages.unknownMeter(name));
            return;
        }
        if (!meter.device().equals(device)) {
            refuse(index, name, RefusalCode.NOT_YOUR_METER, Messages.notYourMeter(name));
            return;
        }
        OptionalLong at = draft.at() == null ? OptionalLong.empty() : DeviceTime.parse(draft.at());
        if (at.isEmpty()) {
            refuse(index, name, RefusalCode.BAD_TIME, Messages.badTime(draft.at()));
            return;
        }
        if (at.getAsLong() > latest) {
            refuse(index, name, RefusalCode.TOO_FAR_IN_FUTURE, Messages.future(Instant.ofEpochMilli(latest)));
            return;
        }
        value(index, draft, meter, at.getAsLong());
    }

    private void value(int index, Draft draft, KnownMeter meter, long at) {
        ReadingKind kind = draft.kind();
        ReadingSource source = source(draft.source());
        if (draft.several() || (kind != null && kind != meter.kind())) {
            refuse(index, meter.id(), RefusalCode.WRONG_KIND, Messages.wrongKind(meter, draft));
        } else if (source == null) {
            refuse(index, meter.id(), RefusalCode.WRONG_KIND, Messages.unknownSource());
        } else if (kind == null || draft.value() == null) {
            refuse(index, meter.id(), RefusalCode.BAD_NUMBER, Messages.noNumber(meter));
        } else {
            number(index, draft.value(), source, meter, at);
        }
    }

    private void number(int index, String text, ReadingSource source, KnownMeter meter, long at) {
        try {
            long value = Micros.parse(text);
            if (value >= meter.least() && value <= meter.most()) {
                accepted.add(new Reading(meter.id(), at, meter.kind(), value, source));
            } else {
                refuse(index, meter.id(), RefusalCode.OUT_OF_RANGE, Messages.outOfRange(meter));
            }
        } catch (NumberFormatException e) {
            refuse(index, meter.id(), RefusalCode.BAD_NUMBER, Messages.badNumber(text));
        } catch (ArithmeticException e) {
            refuse(index, meter.id(), RefusalCode.OUT_OF_RANGE, Messages.outOfRange(meter));
        }
    }

    private static @Nullable ReadingSource source(@Nullable String word) {
        return word == null ? ReadingSource.MEASURED : ReadingSource.parse(word).orElse(null);
    }

    private void refuse(int index, String meter, RefusalCode code, Name message) {
        refused.add(new Refusal(index, meter, code, message));
    }
}
