package greenpair;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import module java.base;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Which packages may use which library; part of [ArchitectureTest].
final class LibraryRules {
  private static final String[] JAVA = {"java..", "javax..", "org.jspecify.."};

  private static final List<Use> USES =
      List.of(
          use(
              "another engine can replace it; its hash of bytes also keeps the ids of a catalog",
              "index, registry.format",
              "org.apache.lucene.."),
          use(
              "text folds and transcribes, index sorts names, message needs plurals",
              "text, index, message",
              "com.ibm.icu.."),
          use("one package writes HTML and escapes it", "pages", "gg.jte.."),
          use(
              "the rest does not know HTTP",
              "web",
              "io.javalin..",
              "org.eclipse.jetty..",
              "jakarta.servlet.."),
          use(
              "only what cannot change is cached: answers, pages, parts of an index, words of"
                  + " labels",
              "web, index, search",
              "com.github.benmanes.caffeine.."),
          use("only the command line has options", "cli", "picocli.."),
          use(
              "these show or compare digests",
              "text, registry, reindex, program, learn, pages, web",
              "org.apache.commons.codec.."),
          use("others need no linear algebra", "plan.solve", "org.ojalgo.."),
          use(
              "letters do not depend on their transport",
              "web.mail",
              "jakarta.mail..",
              "org.eclipse.angus.."),
          use("only the sign-in knows the protocol", "web.openid", "com.nimbusds.."),
          use(
              "the rest does not know the database",
              "program",
              "java.sql..",
              "com.zaxxer.hikari..",
              "org.flywaydb.."),
          use(
              "tables are read from registries and written as lists",
              "registry, web",
              "de.siegmar.fastcsv..",
              "org.dhatim.fastexcel.."),
          use(
              "JSON is read and written at the edges; the rest works on records",
              "registry, index.generation, program, reindex, web",
              "tools.jackson..",
              "com.fasterxml.jackson.."));

  private LibraryRules() {}

  /// @param packages that may use the libraries, each of which does
  private record Use(String because, List<String> packages, List<String> libraries) {}

  private static Use use(String because, String packages, String... libraries) {
    return new Use(because, List.of(packages.split(", ")), List.of(libraries));
  }

  @ArchTest
  static void libraries_areUsedWhereTheyBelong(JavaClasses all) {
    for (Use each : USES) {
      classes()
          .that()
          .resideInAPackage("greenpair..")
          .should(beTheOnlyUsersOf(each))
          .because(each.because())
          .check(all);
    }
  }

  /// Also fails if a package does not use the libraries, because its permission is then obsolete.
  private static ArchCondition<JavaClass> beTheOnlyUsersOf(Use use) {
    String libraries = String.join(", ", use.libraries());
    DescribedPredicate<JavaClass> library =
        resideInAnyPackage(use.libraries().toArray(String[]::new));
    return new ArchCondition<>("use " + libraries + " in " + use.packages() + " only") {
      private final Set<String> unused = new TreeSet<>(use.packages());

      @Override
      public void check(JavaClass each, ConditionEvents events) {
        each.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> library.test(dependency.getTargetClass()))
            .forEach(
                dependency -> {
                  List<String> allowed =
                      use.packages().stream()
                          .filter(
                              name -> resideInAnyPackage(ArchitectureTest.room(name)).test(each))
                          .toList();
                  unused.removeAll(allowed);
                  if (allowed.isEmpty()) {
                    String what = dependency.getDescription();
                    events.add(SimpleConditionEvent.violated(each, what));
                  }
                });
      }

      @Override
      public void finish(ConditionEvents events) {
        unused.forEach(
            name ->
                events.add(
                    SimpleConditionEvent.violated(name, name + " does not use " + libraries)));
      }
    };
  }

  @ArchTest static final ArchRule catalog = plain("catalog").because("every package reads it");

  @ArchTest
  static final ArchRule match = plain("match").because("ranking needs neither Lucene nor JSON");

  private static ArchRule plain(String name) {
    return classes()
        .that()
        .resideInAPackage(ArchitectureTest.room(name))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(JAVA).or(resideInAnyPackage("greenpair..")))
        .allowEmptyShould(false);
  }
}
