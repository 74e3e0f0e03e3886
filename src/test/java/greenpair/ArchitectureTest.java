package greenpair;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/// The dependencies between packages.
@AnalyzeClasses(packages = "greenpair", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /// Each top-level package with those that it may use.
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("catalog", Set.of()),
          Map.entry("message", Set.of("catalog")),
          Map.entry("config", Set.of("message", "catalog")),
          Map.entry("text", Set.of("message", "config", "catalog")),
          Map.entry("concept", Set.of("text", "config", "catalog")),
          Map.entry("registry", Set.of("text", "message", "config", "concept", "catalog")),
          Map.entry("resolve", Set.of("message", "text", "config", "concept", "catalog")),
          Map.entry("index", Set.of("message", "text", "config", "concept", "catalog")),
          Map.entry("match", Set.of("message", "index", "config", "concept", "catalog")),
          Map.entry(
              "search",
              Set.of("message", "text", "match", "index", "config", "concept", "catalog")),
          Map.entry("plan", Set.of("message", "match", "index", "config", "catalog")),
          Map.entry(
              "evaluate",
              Set.of("message", "search", "match", "index", "registry", "config", "catalog")),
          Map.entry(
              "reindex",
              Set.of(
                  "message",
                  "evaluate",
                  "search",
                  "match",
                  "index",
                  "registry",
                  "resolve",
                  "config",
                  "concept",
                  "catalog")),
          Map.entry("background", Set.of()),
          Map.entry("program", Set.of("message", "catalog")),
          Map.entry("follow", Set.of("reindex", "match", "index", "program", "catalog")),
          Map.entry("learn", Set.of("message", "evaluate", "match", "index", "program", "catalog")),
          Map.entry(
              "pages",
              Set.of(
                  "message", "plan", "search", "match", "index", "program", "config", "catalog")),
          Map.entry(
              "web",
              Set.of(
                  "message",
                  "pages",
                  "follow",
                  "plan",
                  "search",
                  "match",
                  "index",
                  "evaluate",
                  "registry",
                  "background",
                  "program",
                  "config",
                  "catalog",
                  "text")),
          Map.entry(
              "cli",
              Set.of(
                  "message",
                  "web",
                  "learn",
                  "plan",
                  "search",
                  "match",
                  "index",
                  "evaluate",
                  "registry",
                  "reindex",
                  "resolve",
                  "background",
                  "program",
                  "config",
                  "concept",
                  "catalog")));

  @ArchTest static final ArchTests libraries = ArchTests.in(LibraryRules.class);

  @ArchTest static final ArchTests calls = ArchTests.in(CallRules.class);

  @ArchTest
  static void rooms_areThoseOfTheDesign_noneIsEmpty(JavaClasses classes) {
    Set<String> rooms =
        classes.stream()
            .map(each -> roomOf(each.getPackageName()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        new TreeSet<>(ARROWS.keySet()),
        rooms,
        "every top-level package has a class and is listed here");
  }

  @ArchTest
  static void arrows_betweenRooms_runOnlyOneWay(JavaClasses classes) {
    ARROWS.forEach(
        (room, uses) ->
            classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(
                    resideInAnyPackage(
                            Stream.concat(uses.stream(), Stream.of(room))
                                .map(ArchitectureTest::room)
                                .toArray(String[]::new))
                        .or(resideOutsideOfPackages("greenpair..")))
                .because(
                    room
                        + " may use "
                        + (uses.isEmpty() ? "no other room" : "only " + new TreeSet<>(uses))
                        + ", as ARCHITECTURE.md shows")
                .allowEmptyShould(false)
                .check(classes));
  }

  @ArchTest
  static final ArchRule cycles =
      slices()
          .matching("greenpair.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a cycle can only be understood and changed together")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule names =
      noClasses()
          .that()
          .resideInAPackage("greenpair..")
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto|Services?)(\\$.*)?")
          .orShould()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..service..", "..dto..", "..impl..")
          .because("such a name says where code was put, not what it is for");

  @ArchTest
  static void rooms_haveAFrontDoor(JavaClasses classes) {
    Set<String> rooms =
        classes.stream()
            .map(each -> each.getPackageName().split("\\.", -1)[1])
            .collect(Collectors.toSet());
    assertTrue(rooms.size() >= ARROWS.size(), rooms::toString);
    for (String each : rooms) {
      Path door = Path.of("src/main/java/greenpair", each, "package-info.java");
      assertTrue(Files.exists(door), "no " + door + " says what the package is for");
    }
  }

  /// The packages of a top-level package: itself and those inside it.
  static String room(String name) {
    return "greenpair." + name + "..";
  }

  /// `registry` for `greenpair.registry.source`.
  private static String roomOf(String packageName) {
    return packageName.replaceFirst("^greenpair\\.", "").replaceFirst("\\..*", "");
  }
}
