package rolt.web.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a chat is about that is begun on a page: the order or the build that the page shows. */
public final class ChatAbout {
    private static final Pattern ORDER = Pattern.compile("/orders/(R-[A-Z0-9]+)(/.*)?");
    private static final Pattern BUILD = Pattern.compile("/builds/([A-Za-z0-9_-]{3,64})");
    private static final String COMPARISON = "compare";

    private ChatAbout() {}

    /** Where the chat begins. */
    public static String address(String path) {
        Matcher order = ORDER.matcher(path);
        if (order.matches()) {
            return "/chat?order=" + order.group(1);
        }
        Matcher build = BUILD.matcher(path);
        return build.matches() && !build.group(1).equals(COMPARISON) ? "/chat?build=" + build.group(1) : "/chat";
    }
}
