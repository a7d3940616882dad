package io.kilowatch.domain;

/**
 * The 18-character unified social credit code of an enterprise (统一社会信用代码, GB 32100-2015).
 *
 * @param text digits and capital letters without I, O, S, V and Z; the last is the check character
 */
public record EnterpriseCode(String text) implements Comparable<EnterpriseCode> {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /** Refuses a code whose form or check character is wrong. */
    public EnterpriseCode {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a credit code has 18 characters, this has " + text.length());
        }
        char expected = checkCharacter(text.substring(0, LENGTH - 1));
        if (text.charAt(LENGTH - 1) != expected) {
            throw new IllegalArgumentException("the check character should be " + expected + " (GB 32100-2015)");
        }
    }

    /** Whether a text is a valid code. */
    public static boolean isValid(String text) {
        try {
            new EnterpriseCode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The check character of the first 17 characters: weights 3^i modulo 31 (GB 32100-2015, 5.2).
     *
     * @throws IllegalArgumentException if one of them is not in the code's alphabet
     */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            int value = ALPHABET.indexOf(first17.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("'" + first17.charAt(i)
                        + "' is not allowed in a credit code; it has digits and A-Y without I, O, S, V");
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public int compareTo(EnterpriseCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
