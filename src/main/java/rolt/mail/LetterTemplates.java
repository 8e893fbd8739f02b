package rolt.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import rolt.mail.MailMessages.Letter;

/** Renders a letter with the templates of {@code src/main/jte/mail}. */
final class LetterTemplates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LetterTemplates.class.getClassLoader(), "rolt.web.page");

    String html(Letter letter) {
        return render("mail/letter.jte", letter);
    }

    /** An empty part of a letter leaves no gap. */
    String text(Letter letter) {
        return render("mail/letterText.jte", letter).strip().replaceAll("\n{3,}", "\n\n") + "\n";
    }

    private String render(String template, Letter letter) {
        StringOutput output = new StringOutput();
        engine.render(template, letter, output);
        return output.toString();
    }
}
