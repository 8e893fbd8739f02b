package rolt;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house's rules, as the byte code keeps them. Each is proved by a violation planted in {@code rolt.planted}. */
class ArchitectureTest {
    private static final List<String> DOMAINS = List.of(
            "account",
            "builder",
            "cart",
            "catalog",
            "finance",
            "mail",
            "media",
            "ordering",
            "payment",
            "people",
            "stock",
            "workshop",
            "chat");

    /** Open besides the bus, because money and stock change in one transaction. */
    private static final Set<String> DOORS =
            Set.of("StockLedger", "MoneyLedger", "OrderLifecycle", "OrderRefunds", "Outbox", "Idempotency");

    private static final JavaClasses SHOP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("rolt");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("rolt.planted");

    private record Rule(ArchRule rule, String planted) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(domainsMeetThroughMessages(), "ReachesIntoPayment"),
                new Rule(platformKnowsNoDomain(), "KnowsOrdering"),
                new Rule(groupsOfPagesFormNoCircle(), "NeedsStaffPages"),
                new Rule(onlyMessagesVerticlesAndDoorsArePublic(), "TooPublic"),
                new Rule(awaitInBusAndDatabaseOnly(), "AwaitsByItself"),
                new Rule(httpInGatewayAndWebOnly(), "SpeaksHttp"),
                new Rule(sqlInRepositoriesAndDoorsOnly(), "SpeaksSql"),
                new Rule(eventBusInPlatformOnly(), "TakesTheBus"),
                new Rule(nothingNeedsDevelopment(), "NeedsDevelopment"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_shop_keeps_the_rule(Rule rule) {
        rule.rule().check(SHOP);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_breaks_the_rule(Rule rule) {
        assertThat(rule.rule().evaluate(PLANTED).getFailureReport().toString()).contains(rule.planted());
    }

    private static ArchRule domainsMeetThroughMessages() {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new PackageSlices("domains", DOMAINS, type -> !isOfPages(type)))
                .should()
                .notDependOnEachOther()
                .ignoreDependency(describe("anything", any -> true), isOpenToOthers())
                .as("domains meet through messages and doors only");
    }

    private static ArchRule platformKnowsNoDomain() {
        return noClasses()
                .that(partOf(List.of("platform", "vnpay", "layout", "fit")))
                .should()
                .dependOnClassesThat(inDomain())
                .as("platform, protocol, layouts and rules of fit know no domain");
    }

    private static ArchRule groupsOfPagesFormNoCircle() {
        List<String> groups = List.of("account", "builder", "shop", "chat", "staff");
        return SlicesRuleDefinition.slices()
                .assignedFrom(new PackageSlices(
                        "groups of pages",
                        groups,
                        type -> isOfPages(type) && !type.getPackageName().contains(".page")))
                .should()
                .beFreeOfCycles()
                .as("groups of pages form no circle");
    }

    private static ArchRule onlyMessagesVerticlesAndDoorsArePublic() {
        return classes()
                .that(inDomain())
                .and()
                .areTopLevelClasses()
                .and(not(isOpenToOthers()))
                .should()
                .notBePublic()
                .as("only messages, verticles and doors are public in a domain");
    }

    private static ArchRule awaitInBusAndDatabaseOnly() {
        return noClasses()
                .that(not(named(Set.of("Bus", "Database", "Main", "Commands", "ConfigFiles"))))
                .and(not(resideInAPackage("rolt.dev..")))
                .should()
                .callMethod(Future.class, "await")
                .as("await occurs in Bus and Database, and on the way up and down");
    }

    private static ArchRule httpInGatewayAndWebOnly() {
        return noClasses()
                .that(not(resideInAnyPackage("rolt.gateway..", "rolt.web..", "rolt.dev..", "rolt")))
                .and(not(named(Set.of("VnpayApi"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.vertx.ext.web..", "io.vertx.core.http.."))
                .as("HTTP is spoken in the gateway and the web, and to VNPAY");
    }

    private static ArchRule sqlInRepositoriesAndDoorsOnly() {
        return noClasses()
                .that(not(describe(
                        "repositories", (JavaClass type) -> topLevel(type).endsWith("Repository"))))
                .and(not(named(DOORS)))
                .and(not(resideInAnyPackage("rolt.platform..", "rolt.dev..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.vertx.sqlclient..", "java.sql.."))
                .as("SQL is spoken in repositories and doors only");
    }

    private static ArchRule eventBusInPlatformOnly() {
        return noClasses()
                .that(not(resideInAnyPackage("rolt.platform..", "rolt.dev..")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.vertx.core.eventbus.."))
                .as("the event bus is taken through Bus only");
    }

    private static ArchRule nothingNeedsDevelopment() {
        return noClasses()
                .that(not(resideInAPackage("rolt.dev..")))
                .should()
                .dependOnClassesThat(resideInAPackage("rolt.dev.."))
                .as("nothing in production needs rolt.dev");
    }

    private static DescribedPredicate<JavaClass> inDomain() {
        return partOf(DOMAINS);
    }

    private static DescribedPredicate<JavaClass> partOf(List<String> parts) {
        return describe(
                "part of " + parts,
                type -> !isOfPages(type)
                        && Stream.of(type.getPackageName().split("\\.")).anyMatch(parts::contains));
    }

    /** Pages, and the templates generated for them, are grouped by names some of which are those of domains. */
    private static boolean isOfPages(JavaClass type) {
        return type.getPackageName().contains(".web.");
    }

    private static DescribedPredicate<JavaClass> isOpenToOthers() {
        return describe("messages, verticles and doors", type -> {
            String name = topLevel(type);
            return name.endsWith("Messages") || name.endsWith("Verticle") || DOORS.contains(name);
        });
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return describe("named " + names, type -> names.contains(topLevel(type)));
    }

    /** The simple name of the file's class, for nested ones too. */
    private static String topLevel(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return name.substring(name.lastIndexOf('.') + 1).split("\\$")[0];
    }
}
