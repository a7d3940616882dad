package io.kilowatch.deploy.bench;

import io.kilowatch.simulators.load.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What plants of fifty registers each send over MQTT, a reading of each register every quarter of an hour.
 *
 * @param plants who sends
 * @param readingsPerMessage 50 for a message a quarter of an hour, 1 for fifty messages
 */
record BenchProvince(BenchPlants plants, int readingsPerMessage) implements Messages {
    static final int METERS = 50;

    BenchProvince(int series, int plants, int readingsPerMessage) {
        this(new BenchPlants(series, plants, METERS), readingsPerMessage);
    }

    @Override
    public String user(int device) {
        return plants.code(device) + '/' + BenchPlants.DEVICE;
    }

    @Override
    public String password(int device) {
        return BenchPlants.PASSWORD;
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
    public int readings() {
        return readingsPerMessage;
    }

    @Override
    public byte[] payload(int device, int number) {
        StringBuilder json = new StringBuilder(64 + 80 * readingsPerMessage);
        json.append("{\"batch\":\"").append(number).append("\",\"readings\":[");
        int messagesPerSlot = METERS / readingsPerMessage;
        int slot = number / messagesPerSlot;
        int first = number % messagesPerSlot * readingsPerMessage;
        String at = Instant.ofEpochMilli(Registers.at(slot)).toString();
        for (int i = 0; i < readingsPerMessage; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"meter\":\"")
                    .append(BenchPlants.meter(first + i))
                    .append("\",\"at\":\"")
                    .append(at)
                    .append("\",\"register\":\"")
                    .append(1_000 + slot * 37L)
                    .append(".5\"}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
