package io.kilowatch.deploy.line;

import io.kilowatch.deploy.testing.Skip;
import io.kilowatch.deploy.testing.TestFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, driven by its own driver, with nothing but this machine to talk to. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser of a window's size and a language; without one the test is skipped, or fails if it is required. */
    static Browser open(int width, int height, String language) {
        Path chromium = program("chromium", "chromium-browser", "google-chrome");
        Path chromedriver = program("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(FLAGS);
        options.addArguments("--window-size=" + width + "," + height, "--lang=" + language);
        options.addArguments("--user-data-dir=" + TestFolder.fresh("browser"));
        options.setExperimentalOption("prefs", java.util.Map.of("intl.accept_languages", language));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Path program(String... names) {
        Optional<Path> found = Stream.of(names)
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseGet(() -> Skip.because(
                "the tests of the page in a browser",
                "There is no " + names[0] + " in /usr/bin.",
                "To run them, on Debian: apt-get install chromium chromium-driver"));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Keeps what the window shows as a picture in the build folder. */
    Path picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            return Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
