package greenpair;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The types of inner packages that other top-level packages may use. A package that is not listed
/// is internal and can be changed without reading code outside its top-level package. Part of
/// [ArchitectureTest].
final class FrontDoorRules {
  private static final Set<String> ALL = Set.of("*");

  /// Inner packages with the types that are used from outside.
  private static final Map<String, Set<String>> DOORS =
      Map.ofEntries(
          entry("catalog.taxonomy", ALL),
          entry("catalog.value", ALL),
          entry("evaluate.metric", ALL),
          entry("evaluate.statistics", ALL),
          entry("evaluate.trec", ALL),
          entry("index.analysis", Set.of("IndexSettings", "NameKeys", "Stems", "Strengths")),
          entry("index.build", Set.of("GenerationBuilder")),
          entry("index.contract", ALL),
          entry("index.generation", ALL),
          entry(
              "index.read",
              Set.of("Deadline", "KindQuery", "Snapshot", "SourceCounts", "TextLookup")),
          entry("match.gate", Set.of("Gate")),
          entry("match.rank", Set.of("Explanation", "Ranked")),
          entry("match.reason", Set.of("Answer")),
          entry("match.settings", ALL),
          entry("match.past", Set.of("Choice", "Past", "SimpleRanking", "WeightEstimator")),
          entry("match.signal", Set.of("CitySimilarity", "NeedCandidatePair", "Signals")),
          entry("pages.city", ALL),
          entry("pages.entry", ALL),
          entry("pages.front", Set.of("HomePageBuilder", "NeedsPageBuilder")),
          entry("pages.plan", ALL),
          entry(
              "pages.program",
              Set.of(
                  "BoardPage",
                  "ChangesPage",
                  "DataPage",
                  "JobPage",
                  "LearningPage",
                  "LetterDraft",
                  "LetterPage",
                  "LetterWriter",
                  "ListPage",
                  "ProgramPages",
                  "ReviewPair",
                  "SearchesPage",
                  "SignInPage",
                  "SubmissionPage")),
          entry("pages.search", Set.of("SearchPage", "SearchPageBuilder")),
          entry("search.query", Set.of("QueryBounds")),
          entry("search.settings", ALL),
          entry(
              "pages.view",
              Set.of(
                  "Assets",
                  "CallerView",
                  "ContactWays",
                  "EditPage",
                  "Form",
                  "PageText",
                  "Table",
                  "Visit")),
          entry("plan.allocation", ALL),
          entry("plan.cohort", ALL),
          entry("plan.input", ALL),
          entry("plan.meetings", ALL),
          entry("plan.pairs", ALL),
          entry("program.access", ALL),
          entry(
              "program.database",
              Set.of(
                  "ConflictException",
                  "ConnectionPool",
                  "DatabaseSettings",
                  "Page",
                  "PrivateFile",
                  "ProgramException",
                  "Stamp")),
          entry(
              "program.follow",
              Set.of("CatalogChange", "Changes", "Deliveries", "Follows", "Subscribers")),
          entry(
              "program.introduction",
              Set.of("Introduction", "Introductions", "Outbox", "SavedLetters")),
          entry("registry.config", Set.of("ConfigFolder")),
          entry(
              "registry.format",
              Set.of(
                  "CatalogFiles",
                  "CatalogJson",
                  "IdTable",
                  "JsonFaults",
                  "LandCells",
                  "References")),
          entry("registry.review", ALL),
          entry(
              "registry.source.convert",
              Set.of("Consolidation", "Conversion", "RowResults", "SourceCheck", "Tolerance")),
          entry("registry.source.map", Set.of("Mapping", "MappingReader")),
          entry("registry.source.place", Set.of("DateFile", "Gazetteer")),
          entry(
              "registry.source.read",
              Set.of("RecordReader", "RecordSource", "SourceException", "SourceFiles")),
          entry("reindex.gate", Set.of("GenerationComparison", "Shortlists")),
          entry("reindex.merge", Set.of("RecordIds")),
          entry("reindex.run", ALL),
          entry("resolve.name", Set.of("Party", "ResolveSettings")),
          entry(
              "web.answers",
              Set.of("LiveAnswerParts", "RecommendationHandler", "SearchHandler", "StoredRequest")),
          entry("web.assistant", Set.of("Assistant")),
          entry("web.decisions", Set.of("Archive", "DecisionRecord", "Recorder")),
          entry("web.http", Set.of("Fault", "Json", "RefusedException", "Version")),
          entry("web.input", Set.of("Binder", "Input", "Rules")),
          entry("web.mail", Set.of("MailSettings")),
          entry("web.monitoring", Set.of("Status")),
          entry("web.openid", Set.of("OpenIdSettings")),
          entry(
              "web.plans",
              Set.of(
                  "Calendars",
                  "MeetingsOrder",
                  "PlanCheckView",
                  "PlanDocument",
                  "PlanOrders",
                  "PlanRequests",
                  "PlanView")),
          entry("web.settings", ALL));

  private FrontDoorRules() {}

  @ArchTest
  static void internals_areUsedOnlyWithinTheirRoom(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = outermost(dependency.getTargetClass());
        if (isInner(target)
            && !roomOf(each).equals(roomOf(target))
            && !isOpen(inside(target), target.getSimpleName())) {
          found.add(each.getName() + " uses " + target.getName());
        }
      }
    }
    assertEquals(Set.of(), found, "an internal type is used from another room");
  }

  private static boolean isOpen(String inside, String type) {
    Set<String> types = DOORS.getOrDefault(inside, Set.of());
    return types.equals(ALL) || types.contains(type);
  }

  private static boolean isInner(JavaClass each) {
    return each.getPackageName().startsWith("greenpair.") && inside(each).contains(".");
  }

  private static JavaClass outermost(JavaClass each) {
    return each.getEnclosingClass()
        .map(FrontDoorRules::outermost)
        .orElse(each.getBaseComponentType());
  }

  /// `index.read` for a class of that package.
  private static String inside(JavaClass each) {
    return each.getPackageName().replaceFirst("^greenpair\\.", "");
  }

  private static String roomOf(JavaClass each) {
    return inside(each).replaceFirst("\\..*", "");
  }
}
