package rolt.bench;

import java.util.List;

/** Prints the SQL statements of a checkout and of a settlement, as they are really executed. */
final class Statements {
    private static final int WIDTH = 100;

    private Statements() {}

    static void run() {
        try (House house = House.open();
                Recorder recorder = house.recorder()) {
            print("A checkout, and the tidying of the cart after it", recorder.checkout());
            print("A settlement", recorder.settlement());
        }
    }

    private static void print(String title, List<String> statements) {
        System.out.println(title + ": " + statements.size() + " statements");
        for (String statement : statements) {
            String line = statement.replaceAll("\\s+", " ").strip();
            System.out.println("  " + (line.length() > WIDTH ? line.substring(0, WIDTH) + " ..." : line));
        }
    }
}
