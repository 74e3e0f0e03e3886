package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.ServedCohort;
import greenpair.program.access.Caller.Role;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A cohort, its pairs, its partners and its timetable have the same numbers in the API, on the
/// command line and, in both languages, on the pages.
class PlanNumbersTest {
  @RegisterExtension static final Served SERVED = Served.alone();
  @RegisterExtension static final Shared<ServedCohort> COMMANDS = ServedCohort.shared();

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private static Path folder;
  private static PlannedTwice plans;

  /// With 1,000 draws, some shares lie half-way between two whole percentages.
  @BeforeAll
  static void plan() {
    plans = new PlannedTwice(SERVED, COMMANDS.get(), folder);
    plans.plan(
        "cohort",
        "{\"sides\": [{\"country\": \"CN\", \"cities\": 2}, {\"country\": \"US\", \"cities\": 2}],"
            + " \"draws\": 1000}",
        "--sides CN=2,US=2 --draws 1000");
    List<String> chosen =
        plans
            .answered("cohort")
            .get("cities")
            .valueStream()
            .filter(each -> each.get("chosen").booleanValue())
            .map(each -> each.get("city").stringValue())
            .toList();
    String cities = "{\"cities\": [\"" + String.join("\", \"", chosen) + "\"]";
    String city = "--cities " + String.join(",", chosen);
    plans.plan("pairs", cities + "}", city);
    plans.plan(
        "partners",
        cities + ", \"capacity\": 1, \"worst_off\": 1}",
        city + " --capacity 1 --worst-off 1");
    plans.plan(
        "meetings",
        "{\"plan\": \"%s\", \"pairs\": \"%s\", \"days\": [\"2027-05-10\", \"2027-05-11\"], \"until\": \"11:00\", \"zone\": \"%s\", \"tables\": 3}"
            .formatted(plans.id("partners"), plans.id("pairs"), ZONE),
        "--plan %s --pairs %s --days 2027-05-10 --days 2027-05-11 --until 11:00 --zone %s --tables 3"
            .formatted(plans.file("partners"), plans.file("pairs"), ZONE));
  }

  private static Document page(String sort, String language) {
    return SERVED.as(Role.COORDINATOR, language).page("/plans/" + plans.id(sort));
  }

  private static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String percent(double share) {
    return fixed(share * 100, 0) + "%";
  }

  private static String points(double score) {
    return Math.round(score * 100) + "";
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("[0-9]+").matcher(text).results().map(MatchResult::group).toList();
  }

  /// The id at the end of an address.
  private static Element around(Element part, String tag) {
    return Objects.requireNonNull(part.closest(tag));
  }

  private static String id(Element link) {
    return link.attr("href").replaceAll("#.*", "").replaceAll(".*[/=]", "");
  }

  /// One line of a text for people must have all these words.
  private static void assertLine(String text, List<String> words) {
    assertTrue(
        text.lines().anyMatch(line -> words.stream().allMatch(line::contains)),
        () ->
            words
                + " are not in "
                + text.lines().filter(line -> line.contains(words.getFirst())).toList());
  }

  @Test
  void commands_printWhatTheApiAnswers() {
    for (String sort : List.of("cohort", "meetings")) {
      assertEquals(plans.answered(sort), plans.printed(sort));
    }
    for (String sort : List.of("pairs", "partners")) {
      for (Map.Entry<String, JsonNode> part : plans.answered(sort).properties()) {
        assertEquals(part.getValue(), plans.printed(sort).get(part.getKey()), part.getKey());
      }
    }
  }

  @Test
  void commands_saveWhatTheApiStores() throws IOException {
    for (String sort : List.of("cohort", "pairs", "partners")) {
      PlanDocument stored = plans.stored(sort);
      PlanDocument saved = plans.saved(sort);
      assertEquals(stored.request(), saved.request());
      // Both generations are of one catalog; values computed from it name theirs.
      assertEquals(
          stored.result().replace(stored.generation(), saved.generation()), saved.result(), sort);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void cohort_hasTheSameCitiesAndScores(String language) {
    String text = plans.text("cohort", language).replaceAll("(?m)^ ", "-").replaceAll(" +", " ");
    List<List<String>> expected = new ArrayList<>();
    for (JsonNode each : plans.answered("cohort").get("cities")) {
      if (each.has("score")) {
        String mark = each.get("chosen").booleanValue() ? "*" : "-";
        String name = each.get("name").get(language).stringValue();
        List<String> row =
            List.of(
                mark,
                name,
                fixed(each.get("score").doubleValue(), 3),
                each.get("rank").asInt() + "",
                percent(each.get("acceptability").doubleValue()));
        expected.add(row);
        assertLine(
            text, List.of(mark + " " + name + " ", String.join(" ", row.subList(2, 5)) + " "));
      }
    }
    List<List<String>> shown = new ArrayList<>();
    for (Element row :
        page("cohort", language)
            .select("section[aria-labelledby=chosen] tr:has(th a[href^=/cities/])")) {
      String mark = row.closest("details") == null ? "*" : "-";
      List<String> cells = row.select("th a, td.num").eachText();
      shown.add(Stream.concat(Stream.of(mark), cells.stream()).toList());
    }
    assertEquals(4, shown.stream().filter(each -> each.getFirst().equals("*")).count());
    assertTrue(shown.size() > 4, shown::toString);
    expected.sort(Comparator.comparing(List::getFirst));
    assertEquals(expected, shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void pairs_haveTheSameCitiesAndValues(String language) {
    String text = plans.text("pairs", language);
    List<List<String>> expected = new ArrayList<>();
    for (JsonNode each : plans.answered("pairs").get("pairs")) {
      double value = each.get("value").doubleValue();
      double likeness = each.get("likeness").doubleValue();
      double learning = each.get("learning").doubleValue();
      expected.add(
          List.of(
              each.get("one").stringValue(),
              each.get("other").stringValue(),
              points(value),
              points(likeness),
              points(learning),
              each.get("lessons").size() + ""));
      String rounded = String.format(Locale.ROOT, "%.3f %.2f %.2f", value, likeness, learning);
      assertLine(text, List.of(rounded.split(" ", -1)));
    }
    List<List<String>> shown = new ArrayList<>();
    for (Element each : page("pairs", language).select("details:has(> p a[href^=/cities/])")) {
      List<String> row = new ArrayList<>(each.select("> p a").stream().map(a -> id(a)).toList());
      row.addAll(numbers(each.select("> p.muted").text().replaceAll(".* · ", "")).subList(0, 3));
      row.add(each.select("> ul li").size() + "");
      shown.add(row);
    }
    assertEquals(2, shown.size());
    assertEquals(expected, shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void partners_haveTheSamePlacesAndShares(String language) {
    JsonNode made = plans.answered("partners");
    Document page = page("partners", language);
    List<String> places = new ArrayList<>();
    for (JsonNode each : made.at("/plan/places")) {
      places.add(
          String.join(
              " ",
              each.get("need").stringValue(),
              "/partners/" + each.get("kind").stringValue() + "/" + each.get("supplier").asString(),
              points(each.get("millionths").asInt() / 1e6)));
    }
    List<String> shown = new ArrayList<>();
    for (Element each : page.select("table.placed td div")) {
      String need = id(around(each, "tr").select("th a").getFirst());
      shown.add(need + " " + each.select("a").attr("href") + " " + each.select(".muted").text());
    }
    assertFalse(shown.isEmpty());
    assertEquals(places.stream().sorted().toList(), shown.stream().sorted().toList());
    for (Map.Entry<String, JsonNode> each : made.at("/measures/shares").properties()) {
      String share = page.select("p:has(a[href$=/cities/" + each.getKey() + "]) .muted").text();
      assertTrue(share.contains(percent(each.getValue().doubleValue())), share);
    }
    assertEquals(
        made.at("/measures/unserved").valueStream().map(JsonNode::asString).toList(),
        page.select("section[aria-labelledby=unserved] li a").stream().map(a -> id(a)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void partners_haveTheSameMeasures(String language) {
    String text = plans.text("partners", language);
    List<Element> rows =
        page("partners", language).select("section[aria-labelledby=compared] tbody tr");
    for (String part : List.of("measures", "city_by_city", "first_come")) {
      JsonNode of = plans.answered("partners").get(part);
      double worst =
          of.get("shares").valueStream().mapToDouble(JsonNode::doubleValue).min().orElseThrow();
      String total = fixed(of.get("total").doubleValue(), 2);
      String served = of.get("served").asInt() + "/" + of.get("needs").asInt();
      String gini = fixed(of.get("gini").doubleValue(), 2);
      String busiest = of.get("busiest_cities").asInt() + "";
      String overloaded = of.get("overloaded").asInt() + "";
      List<String> cells = new ArrayList<>(rows.removeFirst().select("td").eachText());
      List<String> counts = numbers(cells.get(1));
      cells.set(1, String.join("/", language.equals("en") ? counts : counts.reversed()));
      cells.set(3, numbers(cells.get(3)).getLast());
      assertEquals(List.of(total, served, percent(worst), busiest, overloaded, gini), cells);
      assertLine(
          text.replaceAll(" +", " "),
          List.of(
              String.join(" ", total, served, fixed(worst, 2)),
              String.join(" ", busiest, overloaded, gini)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void meetings_haveTheSameTimesAndTables(String language) {
    Map<String, String> names = new HashMap<>();
    page("partners", language)
        .select("table.placed td a")
        .forEach(each -> names.put(id(each), each.text()));
    for (JsonNode each : plans.answered("cohort").get("cities")) {
      names.put(each.get("city").asString(), each.at("/name/" + language).asString());
    }
    String text = plans.text("meetings", language);
    String pattern = language.equals("en") ? "MMMM d, yyyy HH:mm" : "yyyy年M月d日 HH:mm";
    DateTimeFormatter date = DateTimeFormatter.ofPattern(pattern, Locale.US);
    JsonNode made = plans.answered("meetings");
    List<String> expected = new ArrayList<>();
    for (JsonNode each : made.get("meetings")) {
      ZonedDateTime start = Instant.parse(each.get("start").asString()).atZone(ZONE);
      ZonedDateTime end = Instant.parse(each.get("end").asString()).atZone(ZONE);
      int table = each.get("table").asInt();
      String sides = sides(each, names);
      expected.add("%s–%tR %d %s".formatted(date.format(start), end, table, sides));
      String slot = text.substring(text.indexOf("%1$tF %1$tR".formatted(start)));
      assertLine(slot.split("\n\n", 2)[0], List.of("  " + table + "  " + sides));
    }
    Document page = page("meetings", language);
    List<String> shown = new ArrayList<>();
    for (Element each : page.select("table.timed .tables > div")) {
      String day = around(each, "details").select("h2").text();
      shown.add(day + " " + around(each, "tr").select("th").text() + " " + each.text());
    }
    assertFalse(shown.isEmpty());
    assertEquals(expected, shown);
    List<String> waiting = new ArrayList<>();
    for (JsonNode each : made.get("waiting")) {
      waiting.add(sides(each, names) + " · " + each.at("/why/" + language).asString());
    }
    assertFalse(waiting.isEmpty(), "the tables must be few");
    assertEquals(waiting, page.select("details:has(#waiting) li").eachText());
    List<String> counts = numbers(page.select(".headline").text());
    assertEquals(
        List.of(shown.size() + "", waiting.size() + "", made.get("idle").asInt() + ""),
        counts.subList(counts.size() - 3, counts.size()));
  }

  private static String sides(JsonNode meeting, Map<String, String> names) {
    return names.get(meeting.get("city").asString())
        + " – "
        + names.get(meeting.get("partner").asString());
  }
}
