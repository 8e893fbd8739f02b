package rolt.dev;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.dev.samples.SampleAccounts;

/** What the terminal shows once everything runs: where to go and as whom. */
final class Welcome {
    private static final int WIDTH = 20;
    private static final Map<String, String> ACCOUNTS = accounts();

    private Welcome() {}

    private static Map<String, String> accounts() {
        var accounts = new LinkedHashMap<String, String>();
        accounts.put("Customer", "khach@rolt.local");
        accounts.put("Support", "hotro@rolt.local");
        accounts.put("Technician", "kythuat@rolt.local");
        accounts.put("Product manager", "sanpham@rolt.local");
        accounts.put("Content designer", "noidung@rolt.local");
        accounts.put("Finance", "taichinh@rolt.local");
        accounts.put("Administrator", "quantri@rolt.local");
        return accounts;
    }

    static String text(DevOptions options, ShopNodes nodes, Map<String, String> services) {
        var places = new LinkedHashMap<String, String>();
        places.put(
                "Shop", IntStream.range(0, options.nodes()).mapToObj(nodes::url).collect(Collectors.joining("  ")));
        places.put("API documentation", nodes.url(0) + "/api/docs");
        if (services.containsKey("SMTP_URL")) {
            places.put("Mailbox", services.get("DEV_URL") + "/mails/");
        }
        if (services.containsKey("VNPAY_PAY_URL")) {
            places.put("VNPAY simulator", services.get("DEV_URL") + "/simulator/");
        }
        places.put("Database", services.get("DATABASE_URL"));
        return "\n" + table(places) + "\n\n" + table(ACCOUNTS) + "\n  " + Progress.padded("Password of all", WIDTH)
                + SampleAccounts.PASSWORD;
    }

    private static String table(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "  " + Progress.padded(row.getKey(), WIDTH) + row.getValue())
                .collect(Collectors.joining("\n"));
    }
}
