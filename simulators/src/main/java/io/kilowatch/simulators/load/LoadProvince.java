package io.kilowatch.simulators.load;

import io.kilowatch.simulators.province.CreditCode;
import io.kilowatch.simulators.province.DevicePasswords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises that do not exist, with devices that each read some registers, a batch of all of them a second.
 *
 * <p>Everything follows from these numbers, so that registry documents and load can be made in different processes. */
public final class LoadProvince implements Messages {
    private static final String REGION = "640100";

    private final int series;
    private final int devices;
    private final int perEnterprise;
    private final int readings;
    private final long seed;
    private final Instant first;
    private final @Nullable Template[] templates;

    /**
     * A province.
     *
     * @param series tells several such provinces apart, 0 to 9
     * @param devices how many devices
     * @param perEnterprise how many of them an enterprise has
     * @param readings how many registers a device reads, which all go into one message
     * @param seed makes the devices' passwords
     * @param first the time of each register's first reading
     */
    public LoadProvince(int series, int devices, int perEnterprise, int readings, long seed, Instant first) {
        this.series = series;
        this.devices = devices;
        this.perEnterprise = perEnterprise;
        this.readings = readings;
        this.seed = seed;
        this.first = first;
        this.templates = new Template[devices];
    }

    /** How many devices there are. */
    public int devices() {
        return devices;
    }

    int perEnterprise() {
        return perEnterprise;
    }

    @Override
    public int readings() {
        return readings;
    }

    /** How many enterprises there are. */
    public int enterprises() {
        return (devices + perEnterprise - 1) / perEnterprise;
    }

    /** An enterprise's credit code. */
    public String code(int enterprise) {
        return CreditCode.of(REGION, String.format(Locale.ROOT, "MK%d%05d", series, enterprise));
    }

    /** The registry document of each enterprise, in YAML by its credit code. */
    public Map<String, String> documents() {
        Map<String, String> documents = new HashMap<>();
        for (int enterprise = 0; enterprise < enterprises(); enterprise++) {
            documents.put(code(enterprise), LoadDocument.of(this, enterprise));
        }
        return documents;
    }

    String device(int device) {
        return "gw-" + device % perEnterprise;
    }

    DevicePasswords passwords() {
        return new DevicePasswords(seed);
    }

    @Override
    public String client(int device) {
        return "load-" + series + '-' + device;
    }

    @Override
    public String user(int device) {
        return code(device / perEnterprise) + '/' + device(device);
    }

    @Override
    public String password(int device) {
        return passwords().password(code(device / perEnterprise), device(device));
    }

    @Override
    public String topic(int device) {
        return "kw/v1/" + user(device) + "/readings";
    }

    @Override
    public String receipts(int device) {
        return "kw/v1/" + user(device) + "/receipts";
    }

    @Override
    public byte[] payload(int device, int number) {
        Template template = templates[device];
        if (template == null) {
            template = new Template(device % perEnterprise, readings, first.getEpochSecond());
            templates[device] = template;
        }
        return template.batch(number);
    }
}
