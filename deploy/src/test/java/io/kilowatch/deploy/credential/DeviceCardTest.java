package io.kilowatch.deploy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.kilowatch.domain.Name;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.platform.security.PasswordHash;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceCardTest {
    private static final DeviceCard CARD = new DeviceCard(
            new Identity("91640100MA0EXAM01U", "gw-2"),
            new Name("某水泥厂", "A cement plant"),
            "mqtt.example.cn",
            8883,
            true,
            Optional.of("ca.crt"),
            Optional.of("abcde-fghjk"),
            Optional.empty(),
            Optional.of("PT15M"));

    @Test
    void tellsAllThatHasToBeEnteredInBothLanguages() {
        assertThat(CARD.text())
                .contains("某水泥厂 / A cement plant")
                .contains("服务器", "server", "mqtt.example.cn:8883")
                .contains("91640100MA0EXAM01U/gw-2", "abcde-fghjk")
                .contains("kw/v1/91640100MA0EXAM01U/gw-2/readings", "kw/v1/91640100MA0EXAM01U/gw-2/receipts")
                .contains("--cafile ca.crt -u 91640100MA0EXAM01U/gw-2 -P abcde-fghjk");
        assertThat(CARD.toString()).doesNotContain("abcde");
    }

    @Test
    void tellsOfACertificateInsteadOfAPassword() {
        DeviceCard card = new DeviceCard(
                CARD.identity(),
                CARD.enterprise(),
                "127.0.0.1",
                8883,
                true,
                Optional.of("ca.crt"),
                Optional.empty(),
                Optional.of(new DeviceCard.Certificate("device.crt", Optional.of("device.key"), "2028-01-01")),
                Optional.empty());

        assertThat(card.text())
                .contains("--cafile ca.crt --cert device.crt --key device.key")
                .doesNotContain("口令", " -P ", "interval");
    }

    @Test
    void putsTheSameIntoAQrCodeThatCanBeRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("card.png");
        QrCode code = QrCode.of(CARD.json());
        code.write(file);

        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        String text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.path("user").asText()).isEqualTo("91640100MA0EXAM01U/gw-2");
        assertThat(json.path("password").asText()).isEqualTo("abcde-fghjk");
        assertThat(json.path("port").asInt()).isEqualTo(8883);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(code.text().lines().map(String::length).distinct()).hasSize(1);
        assertThat(code.text().lines().count() * 12).isBetween((long) image.getHeight(), image.getHeight() + 12L);
    }

    @Test
    void makesPasswordsOfMoreThanAHundredAndTwentyBitsWithAHashThatIsQuick() {
        String password = Passwords.random();

        assertThat(password).matches("([2-9a-z]{5}-){4}[2-9a-z]{5}").isNotEqualTo(Passwords.random());
        PasswordHash hash = PasswordHash.parse(Passwords.stored(password));
        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.iterations()).isLessThan(PasswordHash.DEFAULT_ITERATIONS / 10);
    }
}
