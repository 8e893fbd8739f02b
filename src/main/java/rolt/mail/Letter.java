package rolt.mail;

import java.util.List;
import rolt.platform.Language;

/**
 * A worded mail. Both parts are rendered from it, so that the text part says everything the HTML part says.
 *
 * @param preview what mailboxes show beside the subject
 * @param table amounts, may be empty; the last row is the total
 * @param notes small print below the button
 */
public record Letter(
        Language language,
        String subject,
        String preview,
        String title,
        List<String> paragraphs,
        List<Row> table,
        Button button,
        List<String> notes) {

    /** @param strong for the total */
    public record Row(String label, String amount, boolean strong) {}

    public record Button(String label, String url) {}
}
