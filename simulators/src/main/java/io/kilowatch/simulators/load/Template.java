package io.kilowatch.simulators.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The payload of a batch, written once; the next batch is the same bytes with another number, time and registers.
 *
 * <p>Every reading of a batch has the batch's time, and each register has risen by the same since the batch before.
 */
final class Template {
    private static final String TIME = "2000-01-01T00:00:00+08:00";
    private static final int OFFSET_SECONDS = 8 * 3_600;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int TO_DAY = 10;
    private static final int NUMBER_DIGITS = 10;
    private static final long FIRST_REGISTER = 100_000_000L;
    private static final int STEP = 37;

    private final byte[] bytes;
    private final int[] times;
    private final int[] registers;
    private final int number;
    private final byte[] digits = new byte[NUMBER_DIGITS];
    private final long first;
    private long day = Long.MIN_VALUE;

    /**
     * A batch.
     *
     * @param device the device's number within its enterprise
     * @param first the time of the first batch, in seconds since 1970 UTC
     */
    Template(int device, int readings, long first) {
        this.first = first + OFFSET_SECONDS;
        StringBuilder json = new StringBuilder(96 + 80 * readings).append("{\"batch\":\"");
        this.number = json.length();
        json.append("0".repeat(NUMBER_DIGITS)).append("\",\"sentAt\":\"");
        List<Integer> timesAt = new ArrayList<>(List.of(json.length()));
        List<Integer> registersAt = new ArrayList<>();
        json.append(TIME).append("\",\"readings\":[");
        for (int i = 0; i < readings; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"meter\":\"")
                    .append(meter(device, i))
                    .append("\",\"at\":\"");
            timesAt.add(json.length());
            json.append(TIME).append("\",\"register\":\"");
            registersAt.add(json.length());
            json.append("0".repeat(NUMBER_DIGITS)).append(".25\"}");
        }
        this.bytes = json.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
        this.times = timesAt.stream().mapToInt(Integer::intValue).toArray();
        this.registers = registersAt.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The meter of a reading, by its device's number within the enterprise and its place in the batch. */
    static String meter(int device, int place) {
        return String.format(Locale.ROOT, "EL-%d-%03d", device, place);
    }

    /** The batch of a number; the same array each time. */
    byte[] batch(int batch) {
        write(batch);
        System.arraycopy(digits, 0, bytes, number, NUMBER_DIGITS);
        write(FIRST_REGISTER + (long) batch * STEP);
        for (int register : registers) {
            System.arraycopy(digits, 0, bytes, register, NUMBER_DIGITS);
        }
        time(first + batch);
        return bytes;
    }

    private void write(long decimal) {
        long rest = decimal;
        for (int i = NUMBER_DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void time(long local) {
        if (local / SECONDS_OF_A_DAY != day) {
            day = local / SECONDS_OF_A_DAY;
            byte[] date = Instant.ofEpochSecond(local)
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString()
                    .getBytes(StandardCharsets.US_ASCII);
            for (int at : times) {
                System.arraycopy(date, 0, bytes, at, TO_DAY);
            }
        }
        int second = (int) (local % SECONDS_OF_A_DAY);
        int one = times[0] + TO_DAY + 1;
        two(one, second / 3_600);
        two(one + 3, second / 60 % 60);
        two(one + 6, second % 60);
        for (int at : times) {
            System.arraycopy(bytes, one, bytes, at + TO_DAY + 1, 8);
        }
    }

    private void two(int at, int number) {
        bytes[at] = (byte) ('0' + number / 10);
        bytes[at + 1] = (byte) ('0' + number % 10);
    }
}
