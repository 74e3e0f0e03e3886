package greenpair;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import greenpair.cli.Main;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The dependencies between top-level packages, and which package may use which library.
@AnalyzeClasses(packages = "greenpair", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /// Each top-level package with those that it may use.
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("catalog", Set.of()),
          Map.entry("message", Set.of("catalog")),
          Map.entry("config", Set.of("catalog")),
          Map.entry("language", Set.of("catalog")),
          Map.entry("registry", Set.of("message", "config", "language", "catalog")),
          Map.entry("resolve", Set.of("config", "catalog")),
          Map.entry("index", Set.of("config", "language", "catalog")),
          Map.entry("match", Set.of("message", "index", "config", "language", "catalog")),
          Map.entry("search", Set.of("match", "index", "config", "language", "catalog")),
          Map.entry("plan", Set.of("message", "match", "index", "config", "catalog")),
          Map.entry("evaluate", Set.of("search", "match", "index", "config", "catalog")),
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
                  "language",
                  "catalog")),
          Map.entry("job", Set.of("message", "reindex", "index", "registry", "config", "catalog")),
          Map.entry("program", Set.of("catalog")),
          Map.entry("follow", Set.of("reindex", "match", "index", "program", "catalog")),
          Map.entry("learn", Set.of("message", "evaluate", "match", "index", "program", "catalog")),
          Map.entry(
              "pages",
              Set.of(
                  "message", "learn", "plan", "search", "match", "index", "job", "program",
                  "catalog")),
          Map.entry(
              "web",
              Set.of(
                  "message",
                  "pages",
                  "follow",
                  "learn",
                  "plan",
                  "search",
                  "match",
                  "index",
                  "evaluate",
                  "registry",
                  "job",
                  "program",
                  "catalog")),
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
                  "job",
                  "program",
                  "config",
                  "language",
                  "catalog")));

  private static final String[] JAVA = {"java..", "javax..", "org.jspecify.."};

  @ArchTest
  static void rooms_areThoseOfTheDesign_noneIsEmpty(JavaClasses classes) {
    Set<String> rooms =
        classes.stream()
            .filter(each -> !each.getSimpleName().equals("package-info"))
            .map(each -> roomOf(each.getPackageName()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        new TreeSet<>(ARROWS.keySet()),
        rooms,
        "a room without a class is a promise, and a package outside the rooms has no arrows");
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
                        + ": who uses a room that uses it can change neither alone")
                .allowEmptyShould(false)
                .check(classes));
  }

  @ArchTest
  static final ArchRule cycles =
      slices()
          .matching("greenpair.(**)")
          .should()
          .beFreeOfCycles()
          .because("two rooms, or a room and one inside it, in a cycle are one with two names")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule restricted =
      noClasses()
          .that(resideOutsideOfPackages(room("reindex"), room("catalog")))
          .should()
          .callMethod(greenpair.catalog.WholeEntry.class, "unredacted")
          .because("what answers readers decides what they may see where the record is read");

  @ArchTest
  static final ArchRule bodies =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "Javalin or the servlet reads the body",
                  call ->
                      call.getTargetOwner().getName().matches("io.javalin.http.Context|jakarta.*")
                          && call.getName()
                              .matches(
                                  "body.*|formParam.*|uploadedFile.*|getPart.*|getParameter.*"
                                      + "|getReader")))
          .because("a body is bounded and of a known type only where web.Body reads it");

  @ArchTest
  static final ArchRule catalog =
      plain("catalog").because("what exists must be readable by who knows nothing but Java");

  @ArchTest
  static final ArchRule match =
      plain("match").because("ranking is pure Java: it must be testable without an index or JSON");

  @ArchTest
  static final ArchRule lucene =
      only("index", "org.apache.lucene..")
          .because("the index will grow onto OpenSearch, and then only one room changes");

  @ArchTest
  static final ArchRule openSearch =
      only("index.cluster", "org.opensearch..")
          .because("the client is loaded only where a cluster is set, and one package knows it");

  @ArchTest
  static final ArchRule httpClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("index.cluster"), room("web.changes"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hc..")
          .because("the cluster is asked by it, and webhooks are called by it");

  @ArchTest
  static final ArchRule icu =
      noClasses()
          .that(
              resideOutsideOfPackages(
                      room("index"), room("resolve"), room("message"), room("pages"))
                  .and(resideInAnyPackage("greenpair..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.ibm.icu..")
          .because(
              "how texts become terms is decided in index, how names are folded for comparison in"
                  + " resolve, and how messages and phrases take their plurals in message and"
                  + " pages")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule templates =
      only("pages", "gg.jte..").because("one room writes HTML, and it escapes what it writes");

  @ArchTest
  static final ArchRule luceneTypes =
      methods()
          .that()
          .areDeclaredInClassesThat(
              describe(
                  "are what other rooms use of index",
                  each ->
                      isOpen(each)
                          && (resideInAnyPackage(
                                      "greenpair.index",
                                      "greenpair.index.query",
                                      "greenpair.index.generation")
                                  .test(each)
                              || each.getName().equals("greenpair.index.read.Snapshot"))))
          .and()
          .arePublic()
          .should(mention(not(resideInAnyPackage("org.apache.lucene..", "com.ibm.icu.."))))
          .because("who is handed a Lucene type depends on Lucene without importing it");

  @ArchTest
  static final ArchRule javalin =
      only("web", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
          .because("the server is a detail of how answers leave the house");

  @ArchTest
  static final ArchRule caffeine =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("web"), room("index"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.benmanes.caffeine..")
          .because("only what cannot change is cached: whole answers, and what an index holds");

  @ArchTest
  static final ArchRule picocli =
      only("cli", "picocli..").because("a room that is not the command line has no options");

  @ArchTest
  static final ArchRule solver =
      only("plan.solve", "org.ojalgo..")
          .because("what is solved must not depend on who solves it, so that another may");

  @ArchTest
  static final ArchRule mail =
      only("web.mail", "jakarta.mail..", "org.eclipse.angus..")
          .because("whoever writes a letter must not depend on how it travels");

  @ArchTest
  static final ArchRule cron =
      only("job", "com.cronutils..").because("when something runs by itself is asked in one place");

  @ArchTest
  static final ArchRule assistants =
      only("web.assistant", "io.modelcontextprotocol..", "reactor..")
          .because("a protocol is one more door to what the API answers");

  @ArchTest
  static final ArchRule openId =
      only("web.openid", "com.nimbusds..")
          .because("what a login is made of matters to nobody once somebody is signed in");

  @ArchTest
  static final ArchRule traces =
      only("web.operation", "io.opentelemetry..")
          .because("what is sent to a collector is decided in one place");

  @ArchTest
  static final ArchRule database =
      noClasses()
          .that(
              resideOutsideOfPackages(room("program"), room("registry.source"))
                  .and(resideInAnyPackage("greenpair..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "com.zaxxer.hikari..", "org.flywaydb..")
          .because(
              "which database it is must not matter to who asks for a note, nor to who reads what a"
                  + " registry's database holds")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule schema =
      only("registry", "com.networknt..")
          .because("the catalog format is checked where catalogs are read");

  @ArchTest
  static final ArchRule tables =
      noClasses()
          .that()
          .resideOutsideOfPackages(room("registry"), room("web"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.siegmar.fastcsv..", "org.dhatim.fastexcel..")
          .because(
              "tables are read where registries and the glossary come in and written where lists"
                  + " go out")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule slides =
      only("pages.deck", "org.apache.poi..", "org.openxmlformats..")
          .because("a deck is words until it is written, and one package knows the file format");

  @ArchTest
  static final ArchRule jackson =
      noClasses()
          .that(
              resideOutsideOfPackages(
                      room("registry"),
                      room("evaluate"),
                      room("program"),
                      room("reindex"),
                      room("job"),
                      room("web"),
                      room("index.cluster"))
                  .and(resideInAnyPackage("greenpair..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
          .because(
              "JSON is read where files come in (registry, evaluate, program) and written where"
                  + " answers go out (web), what a run compared or did is kept (reindex, job) and a"
                  + " cluster is asked (index.cluster); what lies between works on records")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule chance =
      noClasses()
          .that()
          .resideInAnyPackage(
              room("match"), room("index"), room("search"), room("resolve"), room("reindex"))
          .should()
          .accessTargetWhere(describe("is chance or the clock", ArchitectureTest::isChanceOrClock))
          .because(
              "time, chance and order are parameters: the same input gives the same answer, now and"
                  + " in a year")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule exit =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .accessTargetWhere(describe("ends the process", ArchitectureTest::endsProcess))
          .because("only the program's first method may end it: a room that does ends a server");

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
  static void rooms_haveAFrontDoor_thatForbidsNull(JavaClasses classes) {
    Set<JavaPackage> packages =
        classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    assertTrue(packages.size() >= ARROWS.size(), packages::toString);
    for (JavaPackage each : packages) {
      assertTrue(
          each.isAnnotatedWith(NullMarked.class),
          each.getName() + " has a package-info.java with @NullMarked: no null crosses a method");
    }
  }

  /// The packages of a top-level package: itself and those inside it.
  private static String room(String name) {
    return "greenpair." + name + "..";
  }

  /// `registry` for `greenpair.registry.source`.
  private static String roomOf(String packageName) {
    return packageName.replaceFirst("^greenpair\\.", "").replaceFirst("\\..*", "");
  }

  /// The package depends only on the JDK.
  private static ArchRule plain(String room) {
    return classes()
        .that()
        .resideInAPackage(room(room))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(JAVA).or(resideInAnyPackage("greenpair..")))
        .allowEmptyShould(false);
  }

  /// No other top-level package uses these libraries, and this one does, so that the rule is not
  /// vacuous.
  private static ArchRule only(String room, String... libraries) {
    DescribedPredicate<JavaClass> library = resideInAnyPackage(libraries);
    ArchCondition<JavaClass> use =
        new ArchCondition<>("be the only room that uses " + String.join(", ", libraries)) {
          private boolean used;

          @Override
          public void check(JavaClass each, ConditionEvents events) {
            boolean inside = resideInAnyPackage(room(room)).test(each);
            each.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> library.test(dependency.getTargetClass()))
                .forEach(
                    dependency -> {
                      used |= inside;
                      if (!inside) {
                        String what = dependency.getDescription();
                        events.add(SimpleConditionEvent.violated(each, what));
                      }
                    });
          }

          @Override
          public void finish(ConditionEvents events) {
            if (!used) {
              String nobody = room + " does not use " + String.join(", ", libraries);
              events.add(SimpleConditionEvent.violated(room, nobody));
            }
          }
        };
    return classes().that().resideInAPackage("greenpair..").should(use).allowEmptyShould(false);
  }

  private static boolean isOpen(JavaClass each) {
    return each.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(ArchitectureTest::isOpen).orElse(true);
  }

  private static ArchCondition<JavaMethod> mention(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("mention only types that " + allowed.getDescription()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
            .filter(type -> !allowed.test(type))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " mentions " + type.getName())));
      }
    };
  }

  @ArchTest
  static final ArchRule clock =
      noClasses()
          .that()
          .resideInAPackage(room("plan"))
          .should()
          .accessTargetWhere(describe("is the clock", ArchitectureTest::isClock))
          .because(
              "a plan is repeated from its inputs and its seed: effort is counted in steps, not"
                  + " in seconds")
          .allowEmptyShould(false);

  private static boolean isClock(JavaAccess<?> access) {
    return isChanceOrClock(access) && !access.getTargetOwner().getName().startsWith("java.util.");
  }

  private static boolean isChanceOrClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (owner) {
      case "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom" ->
          true;
      case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Collections" -> name.equals("shuffle");
      case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(name);
      case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
      case "java.util.Calendar" -> name.equals("getInstance");
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }

  private static boolean endsProcess(JavaAccess<?> access) {
    return Arrays.asList("java.lang.System", "java.lang.Runtime")
            .contains(access.getTargetOwner().getName())
        && Set.of("exit", "halt").contains(access.getTarget().getName());
  }
}
