package rolt.dev.google;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.stream.Collectors;

/** The page that asks who one wants to be. */
final class ChoicePage {
    private static final List<String> KEPT = List.of("client_id", "redirect_uri", "state", "nonce", "code_challenge");

    private static final String PAGE = """
            <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Google (mô phỏng)</title>
            <style>
              body { max-width: 26rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui; color-scheme: light dark }
              form { margin: 0 0 .75rem } button { width: 100%%; padding: .75rem 1rem; font: inherit; text-align: start }
              label { display: block; margin: .5rem 0 } input[type=email], input[type=text] { width: 100%%; font: inherit }
            </style>
            <h1>Chọn tài khoản</h1>
            <p>Đây là Google của môi trường phát triển: bạn có thể là bất kỳ ai.</p>
            %s
            <h2>Người khác</h2>
            <form method="post" action="authorize">%s
              <label>E-mail <input type="email" name="email" required></label>
              <label>Tên <input type="text" name="name" required></label>
              <label><input type="checkbox" name="verified" value="true" checked> e-mail đã được Google xác nhận</label>
              <label><input type="checkbox" name="hosted" value="true" checked> hộp thư đặt tại Google</label>
              <button id="other">Tiếp tục</button>
            </form></html>
            """;

    private ChoicePage() {}

    static String html(MultiMap asked) {
        var kept = KEPT.stream().map(name -> hidden(name, asked.get(name))).collect(Collectors.joining());
        var people = Person.SAMPLES.stream().map(person -> form(person, kept)).collect(Collectors.joining("\n"));
        return PAGE.formatted(people, kept);
    }

    private static String form(Person person, String kept) {
        return "<form method=\"post\" action=\"authorize\">" + kept + hidden("email", person.email())
                + hidden("name", person.name()) + hidden("verified", String.valueOf(person.verified()))
                + hidden("hosted", String.valueOf(person.hosted()))
                + "<button><b>" + person.name() + "</b><br>" + person.email()
                + (person.verified() ? "" : " (chưa xác nhận)") + "</button></form>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(String.valueOf(value)) + "\">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
