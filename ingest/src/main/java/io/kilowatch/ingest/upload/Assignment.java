package io.kilowatch.ingest.upload;

import io.kilowatch.domain.Upload;
import io.kilowatch.ingest.access.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** What a device is assigned when it registers: its id and its time of upload, the same each time. */
final class Assignment {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int ID_BYTES = 16;

    private Assignment() {}

    /** The id, 32 hexadecimal digits. */
    static String deviceId(Identity device) {
        return HexFormat.of().formatHex(digest(device), 0, ID_BYTES);
    }

    /** The time of day, agreed in the registry or spread over the time for uploads. */
    static String uploadTime(Identity device, Upload agreed, Duration from, Duration spread) {
        LocalTime slot = agreed.slot().orElseGet(() -> {
            long seconds = Math.max(1, spread.toSeconds());
            long place = Math.floorMod(HexFormat.fromHexDigitsToLong(deviceId(device), 0, 16), seconds);
            return LocalTime.MIDNIGHT.plus(from).plusSeconds(place);
        });
        return slot.format(TIME);
    }

    private static byte[] digest(Identity device) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(device.user().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
