package io.kilowatch.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=gw-1,O=91640100MA0EXAM01U",
                "CN=gw-1, O=91640100MA0EXAM01U",
                "cn=GW-1,o=91640100ma0exam01u",
                "CN=\"gw-1\",O=91640100MA0EXAM01U"
            })
    void isTheSameForNamesThatAreEqual(String text) {
        assertThat(SubjectName.parse(text))
                .isEqualTo(SubjectName.of(new X500Principal("CN=gw-1,O=91640100MA0EXAM01U")));
    }

    @Test
    void differsForAnotherOrderAnotherNameAndOneMore() {
        assertThat(SubjectName.parse("CN=gw-1,O=A"))
                .isNotEqualTo(SubjectName.parse("O=A,CN=gw-1"))
                .isNotEqualTo(SubjectName.parse("CN=gw-2,O=A"))
                .isNotEqualTo(SubjectName.parse("CN=gw-1,O=A,C=CN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "gw-1", "CN", "/O=A/CN=gw-1"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> SubjectName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
