package io.kilowatch.deploy.command;

/**
 * What a command takes without a flag, such as files.
 *
 * @param label what stands for one of them in help, such as {@code FILE}; or as many words as there are operands
 * @param text one sentence of help
 * @param least fewest allowed
 * @param most most allowed; {@link Integer#MAX_VALUE} for any number
 */
public record Operands(String label, String text, int least, int most) {
    /** No operands. */
    public static final Operands NONE = new Operands("", "", 0, 0);

    /** Checks the range. */
    public Operands {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("from " + least + " to " + most + " operands are no range");
        }
    }

    /** Exactly one. */
    public static Operands one(String label, String text) {
        return new Operands(label, text, 1, 1);
    }

    /** One or more. */
    public static Operands many(String label, String text) {
        return new Operands(label, text, 1, Integer.MAX_VALUE);
    }
}
