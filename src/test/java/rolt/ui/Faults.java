package rolt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What hinders people on a page. */
final class Faults {
    /** Only what is wrong leaves the browser: all that axe looked at takes longer to travel than to find. */
    private static final String VIOLATIONS = """
            axe.run({resultTypes: ["violations"]}).then(({violations}) =>
                violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map(({html}) => html).join(" ")}`))
            """;

    private Faults() {}

    /** The page has no faults that axe finds, and does not scroll sideways. */
    static void none(Page page, String name) {
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate(VIOLATIONS)).as(name).isEmpty();
        Number overflow = (Number) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat(overflow.intValue()).as(name + " scrolls sideways").isLessThanOrEqualTo(0);
    }
}
