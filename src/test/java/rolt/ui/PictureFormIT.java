package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.Client;
import rolt.TestShop;

/** The owner of an account changes its picture, with scripts and without. */
class PictureFormIT {
    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @CsvSource({"360, DARK, true", "1280, LIGHT, true", "360, LIGHT, false", "1280, DARK, false"})
    void a_picture_is_chosen_refused_shown_and_removed(int width, ColorScheme scheme, boolean scripts)
            throws IOException {
        String email = SHOP.client(0).becomeCustomer().email();
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts);
        try (BrowserContext context = CHROMIUM.browser().newContext(options)) {
            Page page = context.newPage();
            logIn(page, email);
            check(page, scripts, "empty-" + width + scheme);
            choose(page, "photo.jpg", "<svg/>".getBytes(StandardCharsets.UTF_8));
            save(page);
            assertThat(page.locator("#file-fault")).containsText("JPEG, PNG, WebP");
            check(page, scripts, "refused-" + width + scheme);
            choose(page, "photo.png", sunset());
            if (scripts) {
                assertThat(page.locator("canvas.portrait-picture")).isVisible();
            }
            save(page);
            assertThat(page).hasURL(Pattern.compile(".*/account"));
            assertThat(page.locator("img.portrait-picture")).isVisible();
            check(page, scripts, "shown-" + width + scheme);
            page.locator("[form=picture-remove]").click();
            assertThat(page.locator("img.portrait-picture")).hasCount(0);
        }
    }

    private static void logIn(Page page, String email) {
        page.navigate(SHOP.urls.getFirst() + "/login");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(Client.PASSWORD);
        page.locator("main form button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/account"));
    }

    private static void choose(Page page, String name, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload(name, "image/jpeg", file));
    }

    private static void save(Page page) {
        page.locator("form[action='/account/picture'] button").first().click();
    }

    /** Axe is a script itself. */
    private static void check(Page page, boolean scripts, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "picture-" + name + ".png")));
        if (scripts) {
            Faults.none(page, name);
        }
    }

    private static byte[] sunset() throws IOException {
        BufferedImage picture = new BufferedImage(1_200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(40, 40, 90), 0, 900, new Color(250, 150, 90)));
        graphics.fillRect(0, 0, 1_200, 900);
        graphics.setColor(new Color(255, 220, 150));
        graphics.fillOval(450, 400, 300, 300);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
