package io.kilowatch.simulators.load;

/** What the devices of a load say. A device is asked by one event loop only; several loops ask for different ones. */
public interface Messages {
    /** The client id of a device, counted from 0. */
    default String client(int device) {
        return "load-" + device;
    }

    /** Its user name. */
    String user(int device);

    /** Its password. */
    String password(int device);

    /** The topic that it publishes to. */
    String topic(int device);

    /** The topic that it hears of refusals on. */
    String receipts(int device);

    /** How many readings a message has. */
    int readings();

    /**
     * The payload of its message of a number, counted from 0.
     *
     * <p>It is copied before the device's next one is asked for, so it may be the same array each time, with a few bytes
     * changed.
     */
    byte[] payload(int device, int number);
}
