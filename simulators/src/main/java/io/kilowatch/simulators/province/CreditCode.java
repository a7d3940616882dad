package io.kilowatch.simulators.province;

/** A unified social credit code of 18 characters (GB 32100-2015), made for enterprises that do not exist. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /**
     * A valid code: department 9, class 1, region, organisation code, check character.
     *
     * @param region six digits of GB/T 2260
     * @param body the eight leading characters of the organisation code (GB 11714)
     */
    public static String of(String region, String body) {
        if (!region.matches("\\d{6}") || !body.matches("[0-9A-HJ-NPQRTUWXY]{8}")) {
            throw new IllegalArgumentException("region must be six digits, body eight characters of GB 32100");
        }
        String first17 = "91" + region + body + bodyCheck(body);
        return first17 + check(first17);
    }

    /** Whether the 18th character is the one that GB 32100 asks for. */
    public static boolean valid(String code) {
        return code.matches("[0-9A-HJ-NPQRTUWXY]{18}") && code.charAt(17) == check(code.substring(0, 17));
    }

    /** Mod 31 with the weights 3^i. */
    private static char check(String first17) {
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < 17; place++) {
            sum += ALPHABET.indexOf(first17.charAt(place)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char bodyCheck(String body) {
        int sum = 0;
        for (int place = 0; place < 8; place++) {
            sum += Character.digit(body.charAt(place), 36) * BODY_WEIGHTS[place];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
