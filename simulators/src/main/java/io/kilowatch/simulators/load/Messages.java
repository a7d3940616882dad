package io.kilowatch.simulators.load;

/** What the devices of a load say; called from several event loops. */
public interface Messages {
    /** The user name of a device, counted from 0. */
    String user(int device);

    /** Its password. */
    String password(int device);

    /** The topic that it publishes to. */
    String topic(int device);

    /** The payload of its message of a number, counted from 0. */
    byte[] payload(int device, int number);
}
