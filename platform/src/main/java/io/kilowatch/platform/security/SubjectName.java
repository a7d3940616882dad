package io.kilowatch.platform.security;

import javax.security.auth.x500.X500Principal;

/** The subject of a certificate in a form in which equal names are equal texts. */
public final class SubjectName {
    private SubjectName() {}

    /**
     * The form of a name as people write it, such as {@code CN=gw-1,O=91640100MA0EXAM01U} (RFC 2253).
     *
     * @throws IllegalArgumentException if it is no name
     */
    public static String parse(String text) {
        X500Principal principal = new X500Principal(text);
        if (principal.getName().isEmpty()) {
            throw new IllegalArgumentException("the name is empty");
        }
        return of(principal);
    }

    /** The form of a certificate's own name. */
    public static String of(X500Principal principal) {
        return principal.getName(X500Principal.CANONICAL);
    }
}
