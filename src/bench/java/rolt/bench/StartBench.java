package rolt.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.dev.services.FreePort;

/** How long {@code ./rolt dev} and the production jar take to the first page, and what they weigh then. */
final class StartBench {
    private static final String FIRST_PAGE = "/products";

    private static final String PRODUCTS = "href=\"/products/";

    private static final Path FOLDER = House.FOLDER.resolve("start").toAbsolutePath();
    private static final Path ARCHIVE = Path.of(".rolt", "classes.jsa");

    private StartBench() {}

    static void run() {
        makeFolder();
        measureDev("./rolt dev, cold (nothing there but the build)", "-XX:ArchiveClassesAtExit=" + ARCHIVE);
        for (int start = 0; start < 3; start++) {
            measureDev("./rolt dev, warm", "-XX:SharedArchiveFile=" + ARCHIVE);
        }
        measureJar();
    }

    private static void measureDev(String name, String archive) {
        List<String> arguments = new ArrayList<>(List.of("@conf/jvm.flags", "@conf/dev.flags", archive, "-cp"));
        arguments.addAll(List.of(classPath(), "rolt.dev.Dev"));
        int port = FreePort.find();
        Map<String, String> settings = Map.of(
                "PORT",
                String.valueOf(port),
                "MANAGEMENT_PORT",
                String.valueOf(FreePort.find()),
                "DEV_PORT",
                String.valueOf(FreePort.find()));
        measure(name, new Program.Start(FOLDER, settings, FOLDER.resolve("dev.out")), arguments);
    }

    private static void measureJar() {
        Path jar = jar();
        try (House house = House.open()) {
            house.addSamples();
            int port = FreePort.find();
            Map<String, String> settings = new HashMap<>(house.settings(port));
            settings.remove("DOMAINS");
            List<String> arguments = List.of("@conf/jvm.flags", "-Xmx512m", "-jar", jar.toString());
            Program.Start start = Program.Start.here(settings, House.FOLDER.resolve("jar.out"));
            for (int i = 0; i < 3; i++) {
                measure("java -Xmx512m -jar, the database ready", start, arguments);
            }
            System.out.printf("%-44s %8.1f MB%n", jar.getFileName(), Files.size(jar) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(String name, Program.Start start, List<String> arguments) {
        long begun = System.nanoTime();
        try (Program shop = Program.java(start, arguments)) {
            Arrival.of(shop, ShopSettings.url(Integer.parseInt(start.settings().get("PORT"))) + FIRST_PAGE, PRODUCTS);
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf(
                    "%-48s %6.2f s to the first page, then %4d MB%n",
                    name, taken.toMillis() / 1e3, shop.residentMegabytes());
        }
    }

    /** The folder of a developer who has not run anything yet. */
    private static void makeFolder() {
        try {
            if (Files.exists(FOLDER)) {
                delete(FOLDER);
            }
            Files.createDirectories(FOLDER.resolve(ARCHIVE).getParent());
            Files.createSymbolicLink(FOLDER.resolve("conf"), Path.of("conf").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Only jars may be archived, so the classes of the measurements stay out. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-fat.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotMeasure("The production jar is not there: ./rolt jar builds it."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
