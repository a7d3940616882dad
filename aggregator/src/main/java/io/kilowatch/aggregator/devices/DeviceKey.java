package io.kilowatch.aggregator.devices;

/**
 * A device of an enterprise.
 *
 * @param enterprise the credit code
 * @param device the device's id
 */
public record DeviceKey(String enterprise, String device) implements Comparable<DeviceKey> {
    @Override
    public int compareTo(DeviceKey other) {
        int first = enterprise.compareTo(other.enterprise);
        return first != 0 ? first : device.compareTo(other.device);
    }
}
