package greenpair;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import greenpair.cli.Main;
import java.util.Set;

/// Which methods only some packages may call; part of [ArchitectureTest].
final class CallRules {
  private CallRules() {}

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
          .because("web.input.RequestBody checks the length and the media type");

  @ArchTest
  static final ArchRule chance =
      noClasses()
          .that()
          .resideInAnyPackage(
              ArchitectureTest.room("match"),
              ArchitectureTest.room("index"),
              ArchitectureTest.room("search"),
              ArchitectureTest.room("resolve"),
              ArchitectureTest.room("reindex"))
          .should()
          .accessTargetWhere(describe("is random or the clock", CallRules::isChanceOrClock))
          .because("time and seeds are parameters: the same input gives the same answer")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule clock =
      noClasses()
          .that()
          .resideInAPackage(ArchitectureTest.room("plan"))
          .should()
          .accessTargetWhere(describe("is the clock", CallRules::isClock))
          .because("a plan is reproducible: its effort is limited in steps, not in seconds")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule exit =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .accessTargetWhere(describe("ends the process", CallRules::endsProcess))
          .because("a command may run in a server or a test");

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
    return Set.of("java.lang.System", "java.lang.Runtime")
            .contains(access.getTargetOwner().getName())
        && Set.of("exit", "halt").contains(access.getTarget().getName());
  }
}
