package io.kilowatch.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final int QUICK = 1_000;

    /** RFC 6070's fifth input with SHA-256 instead of SHA-1, as published by several implementations; its first 32 bytes. */
    @Test
    void isPbkdf2WithHmacSha256() {
        byte[] salt = "saltSALTsaltSALTsaltSALTsaltSALTsalt".getBytes(StandardCharsets.UTF_8);

        PasswordHash hash = PasswordHash.of("passwordPASSWORDpassword", 4_096, salt);

        assertThat(HexFormat.of().formatHex(hash.hash()))
                .isEqualTo("348c89dbcbd32b2f32d814b8116e84cf2b17347ebc1800181c4e2a1fb8dd53e1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "口令-密码", "a b\tc$d", "🔌"})
    void matchesItsPasswordAndNoOther(String password) {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of(password, QUICK).text());

        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.matches(password + " ")).isFalse();
        assertThat(hash.matches("other")).isFalse();
    }

    @Test
    void itsTextIsReadBack() {
        PasswordHash hash = PasswordHash.of("secret", QUICK);

        assertThat(PasswordHash.parse(hash.text())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(PasswordHash.parse(hash.text()).text()).isEqualTo(hash.text());
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(PasswordHash.of("secret", QUICK)).isNotEqualTo(PasswordHash.of("secret", QUICK));
    }

    @Test
    void cannotBeChangedOrPrinted() {
        PasswordHash hash = PasswordHash.of("secret", QUICK);

        hash.salt()[0] ^= 1;
        hash.hash()[0] ^= 1;

        assertThat(hash.matches("secret")).isTrue();
        assertThat(hash.toString()).doesNotContain("$").contains("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "pbkdf2-sha256$1000$c2FsdHNhbHQ$AAAA",
                "pbkdf2-sha256$1000$c2E$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256$0999$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256$10000001$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha512$1000$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesWhatIsNoHashOfOurs(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
