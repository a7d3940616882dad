package io.kilowatch.simulators.device;

/** How a message ended at the gateway. */
public sealed interface Delivery {
    /** The gateway has it. */
    record Acknowledged() implements Delivery {}

    /**
     * The gateway refuses it for good; sending it again would not help.
     *
     * @param reasonCode of the MQTT 5 PUBACK, 0x80 and above
     */
    record Refused(int reasonCode) implements Delivery {}
}
