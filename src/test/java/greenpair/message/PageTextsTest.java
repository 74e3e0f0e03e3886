package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Result;
import greenpair.job.Job;
import greenpair.match.settings.Verdict;
import greenpair.pages.search.SearchPageBuilder;
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions.Revision.State;
import greenpair.program.introduction.Introduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts of the pages: those whose keys begin with `page.`.
class PageTextsTest {
  /// Keys that a template or a class names in full.
  private static final Pattern SAID =
      Pattern.compile("(?:say|label|has)\\(\\s*\"([a-z][A-Za-z.]*[A-Za-z])\"");

  /// Any key or the beginning of one, and whether it is the group of an enum.
  private static final Pattern QUOTED = Pattern.compile("(word\\()?\"([\\w.-]+)(?=\")");

  private static boolean has(String key) {
    Messages english = Messages.of(Language.EN);
    return english.has("page." + key) || english.has(key);
  }

  private static String english(String key, Object... pairs) {
    return Message.of("page." + key, pairs).in(Language.EN);
  }

  @Test
  void everyText_thatTemplatesName_isThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path file : sources()) {
      Matcher said = SAID.matcher(Files.readString(file));
      while (said.find()) {
        if (!has(said.group(1))) {
          missing.add(file.getFileName() + ": " + said.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyText_isNamedSomewhere() throws IOException {
    Set<String> named = new HashSet<>();
    Set<String> enums = new HashSet<>();
    List<Path> files = new ArrayList<>(sources());
    try (Stream<Path> handlers = Files.walk(Path.of("src/main/java/greenpair/web/pages"))) {
      handlers.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      Matcher each = QUOTED.matcher(Files.readString(file));
      while (each.find()) {
        named.add(each.group(2));
        if (each.group(1) != null) {
          enums.add(each.group(2));
        }
      }
    }
    Set<String> idle = new TreeSet<>();
    for (String full : Messages.of(Language.EN).keys()) {
      if (!full.startsWith("page.")) {
        continue;
      }
      String key = full.substring("page.".length());
      String group = key.substring(0, key.lastIndexOf('.') + 1);
      boolean isNamed = named.contains(key) || named.contains(full);
      boolean isOfGroup =
          IntStream.range(0, key.length())
              .filter(at -> key.charAt(at) == '.')
              .anyMatch(at -> named.contains(key.substring(0, at + 1)));
      boolean isOfEnum = !group.isEmpty() && enums.contains(group.replace(".", ""));
      boolean isOfPage = key.startsWith("error.") || key.startsWith("field.");
      if (!isNamed && !isOfGroup && !isOfEnum && !isOfPage) {
        idle.add(key);
      }
    }
    assertEquals(Set.of(), idle);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
        Stream<Path> classes = Files.walk(Path.of("src/main/java/greenpair/pages"))) {
      return Stream.concat(templates, classes).filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// A word that a table lacks is said as the code has it.
  @Test
  void everyConstant_thatPagesSay_hasItsText() {
    Map<String, Enum<?>[]> tables =
        Map.ofEntries(
            Map.entry("heating", City.HeatingNetwork.values()),
            Map.entry("scope", City.Scope.values()),
            Map.entry("stage", Need.Stage.values()),
            Map.entry("need.state", Need.State.values()),
            Map.entry("role", Firm.Role.values()),
            Map.entry("standing", Partner.Status.values()),
            Map.entry("status", Deployment.Status.values()),
            Map.entry("grade", Grade.values()),
            Map.entry("measure", Result.Measure.values()),
            Map.entry("basis", Result.Basis.values()),
            Map.entry("verdict", Verdict.values()),
            Map.entry("introduced", Introduction.Stage.values()),
            Map.entry("remark", Remark.Sort.values()),
            Map.entry("state", State.values()),
            Map.entry("job.state", Job.State.values()),
            Map.entry("near", SearchPageBuilder.Near.values()));
    tables.forEach(
        (table, values) -> {
          for (Enum<?> value : values) {
            Message word = Message.of("page." + table, "word", value);
            assertNotEquals(value.name(), word.in(Language.EN), table);
            assertNotEquals(value.name(), word.in(Language.ZH), table);
          }
        });
    for (Kind kind : Kind.values()) {
      assertTrue(has("kind." + kind.word()) && has("answer.facet.kind." + kind.word()));
    }
  }

  @Test
  void plurals_followTheLanguage() {
    assertEquals("1 city", english("cities.count", "n", 1));
    assertEquals("21 cities", english("cities.count", "n", 21));
    assertEquals("21个城市", Message.of("page.cities.count", "n", 21).in(Language.ZH));
  }

  @Test
  void filledIn_braces_stayAsTheyAre() {
    assertEquals(
        "“{n} '{0}” is not compared: no entry of this kind has this id.",
        english("compare.unknown", "id", "{n} '{0}"));
  }

  @Test
  void unknownKey_isAFault() {
    assertThrows(IllegalArgumentException.class, () -> english("no.such.key"));
  }
}
