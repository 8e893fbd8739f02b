package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.mail.SampleMails.URL;
import static rolt.mail.SampleMails.letter;
import static rolt.mail.SampleMails.roles;
import static rolt.mail.SampleMails.text;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.SignInChange;
import rolt.mail.MailMessages.SignInChanged;
import rolt.platform.Language;

/** What the shop writes about an account, and to staff about theirs. */
class AccountLettersTest {
    private final LetterTemplates templates = new LetterTemplates();

    @ParameterizedTest
    @EnumSource
    void each_change_of_signing_in_is_told_in_its_own_words_in_both_languages(SignInChange change) {
        List<Letter> letters = Arrays.stream(Language.values())
                .map(language -> letter(language, new SignInChanged("Tí", change, URL)))
                .toList();
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.button().url()).isEqualTo(URL);
            assertThat(templates.text(letter)).contains(letter.paragraphs()).contains(letter.notes());
        });
        assertThat(letters).extracting(Letter::paragraphs).doesNotHaveDuplicates();
    }

    @Test
    void who_got_other_roles_reads_which_they_are_now_and_whom_to_ask() {
        assertThat(text(Language.VI, roles(List.of("Tài chính", "Quản trị viên"))))
                .contains("Tài chính, Quản trị viên", "Lê Hà", "ha@rolt.vn");
        assertThat(text(Language.EN, roles(List.of()))).contains("no role of staff any more", "ha@rolt.vn");
    }
}
