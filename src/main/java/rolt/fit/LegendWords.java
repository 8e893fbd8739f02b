package rolt.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import rolt.fit.KeycapKit.LegendClass;

/** The words and signs on keys that are no letters, digits or punctuation, and the class of the caps that carry them. */
final class LegendWords {
    private static final Pattern SIDE =
            Pattern.compile("^(?:L|R|LEFT |RIGHT )(?=SHIFT|CTRL|CONTROL|WIN|ALT|CMD|GUI|OPT)");
    private static final Pattern FUNCTION = Pattern.compile("F\\d{1,2}");
    private static final Map<String, LegendClass> CLASSES = new HashMap<>();

    static {
        add(LegendClass.FUNCTION, "ESC,ESCAPE");
        add(LegendClass.SPACE, "SPACE,SPACEBAR");
        add(LegendClass.NUMPAD, "NUM LOCK,NUMLOCK,NUM,NUMLK");
        add(LegendClass.NAVIGATION, "↑,↓,←,→,▲,▼,◀,▶,UP,DOWN,LEFT,RIGHT,HOME,END,INS,INSERT,DEL,DELETE");
        add(LegendClass.NAVIGATION, "PGUP,PGDN,PG UP,PG DN,PAGE UP,PAGE DOWN,PAUSE,BREAK,PAUSE BREAK");
        add(LegendClass.NAVIGATION, "PRTSC,PRT SC,PRINT,PRINT SCREEN,PRTSC SYSRQ,SCRLK,SCROLL,SCROLL LOCK");
        add(LegendClass.MODIFIER, "TAB,CAPS,CAPS LOCK,CAPSLOCK,ENTER,RETURN,BACKSPACE,BACK SPACE,BKSP,⏎,⌫,⇥,⇪");
        add(LegendClass.MODIFIER, "SHIFT,CTRL,CONTROL,WIN,WINDOWS,ALT,ALTGR,ALT GR,CMD,COMMAND,OPT,OPTION,META,SUPER");
        add(LegendClass.MODIFIER, "OS,GUI,HYPER,MENU,APP,FN,LOWER,RAISE,CODE,COMPOSE,⌘,⌥,⇧,⌃");
    }

    private LegendWords() {}

    private static void add(LegendClass kind, String words) {
        for (var word : words.split(",")) {
            CLASSES.put(word, kind);
        }
    }

    /** Null for what is no such word; the words are told in capitals, on one line. */
    static LegendClass find(String word) {
        var kind = CLASSES.get(word);
        if (kind != null || word.length() == 1) {
            return kind;
        }
        return FUNCTION.matcher(word).matches()
                ? LegendClass.FUNCTION
                : CLASSES.get(SIDE.matcher(word).replaceFirst(""));
    }
}
