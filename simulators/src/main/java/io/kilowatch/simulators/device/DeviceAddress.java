package io.kilowatch.simulators.device;

/**
 * Where a device sends to, and as whom.
 *
 * @param gateway the gateway's socket
 * @param enterprise unified social credit code
 * @param device id within the enterprise
 * @param password of the user {@code enterprise/device}
 */
public record DeviceAddress(Gateway gateway, String enterprise, String device, String password) {

    /** The user name at the gateway. */
    public String user() {
        return enterprise + '/' + device;
    }

    /** The topic of its batches. */
    public String readingsTopic() {
        return "kw/v1/" + enterprise + '/' + device + "/readings";
    }

    /** The topic of the answers to them. */
    public String receiptsTopic() {
        return "kw/v1/" + enterprise + '/' + device + "/receipts";
    }

    /** Names the user and hides the password. */
    @Override
    public String toString() {
        return user() + '@' + gateway.uri();
    }
}
