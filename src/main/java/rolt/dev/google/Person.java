package rolt.dev.google;

import io.vertx.core.MultiMap;
import java.util.List;

/**
 * Somebody with an account at the simulated Google. The subject follows from the address.
 *
 * @param verified Google has seen once that the mailbox is his
 * @param hosted Google keeps that mailbox
 */
record Person(String email, String name, boolean verified, boolean hosted) {
    static final List<Person> SAMPLES = List.of(
            new Person("khach@rolt.local", "Nguyễn Minh Anh", true, true),
            new Person("ban.moi@gmail.test", "Đỗ Gia Hân", true, true),
            new Person("chua.xac.nhan@gmail.test", "Hoàng Bảo Châu", false, true));

    static Person of(MultiMap form) {
        return new Person(
                form.get("email"),
                form.get("name"),
                "true".equals(form.get("verified")),
                "true".equals(form.get("hosted")));
    }

    String domain() {
        return email.substring(email.indexOf('@') + 1);
    }

    String subject() {
        return "google-" + Integer.toUnsignedString(email.hashCode()) + "-" + email.length();
    }
}
