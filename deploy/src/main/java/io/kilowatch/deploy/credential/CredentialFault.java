package io.kilowatch.deploy.credential;

/** A credential that cannot be issued or revoked; the message says why and what is wanted. */
public final class CredentialFault extends Exception {
    private static final long serialVersionUID = 1L;

    CredentialFault(String message) {
        super(message);
    }

    CredentialFault(String message, Throwable cause) {
        super(message, cause);
    }
}
