package greenpair.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.app.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cohorts, pairs and plans of the demonstration, on the command line.
class PlanCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private final ServedCohort cohort = COHORT.get();

  private static JsonNode json(Ran ran) {
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void cohort_ofThreeASide_obeysWhatIsDemandedAndGivesReasons() {
    Ran ran = cohort.good("plan", "cohort", "--sides", "CN=3,US=3", "--must", "cn-jilin", "--json");

    JsonNode report = json(ran);
    int chosen = 0;
    for (JsonNode city : report.get("cities")) {
      chosen += city.get("chosen").asBoolean() ? 1 : 0;
      if (city.get("city").asString().equals("cn-jilin")) {
        assertEquals("must", city.get("why").asString());
      }
    }
    assertEquals(6, chosen);
    assertTrue(report.get("proven").asBoolean());
  }

  private Ran plan(String options, Object... values) {
    return Ran.on(cohort.data, Ran.words("plan " + options, values));
  }

  private Ran good(String options, Object... values) {
    return cohort.good(Ran.words("plan " + options, values));
  }

  @Test
  void pairs_ofTheDemonstration_nameWhatOneCouldShowTheOther() {
    JsonNode pairs = json(cohort.good("plan", "pairs", "--json")).get("pairs");

    // Each city of the side that has fewer is in one pair.
    assertTrue(pairs.size() >= 10, pairs::toString);
    assertFalse(pairs.get(0).get("lessons").isEmpty(), pairs::toString);
    assertTrue(cohort.good("plan", "pairs").out().contains("mutual learning"));
  }

  private static final String CITIES =
      "us-ca-losangeles,us-ca-longbeach,us-ca-lancaster,cn-shenzhen";

  private JsonNode free() {
    return json(cohort.good("plan", "partners", "--cities", CITIES, "--capacity", "2", "--json"));
  }

  /// Whom the catalog recommends is asked of it.
  @Test
  void partners_ofFourCities_areProvenAndKeepThePinAndTheVeto() {
    JsonNode free = free();
    JsonNode first = free.get("plan").get("places").get(0);
    String need = first.get("need").asString();
    String partner = first.get("supplier").asString();

    JsonNode held =
        json(
            good(
                "partners --cities %s --capacity 2 --vetoes %s --json",
                CITIES, partner + "@" + need));

    assertTrue(free.get("plan").get("proven").asBoolean());
    assertEquals(0, free.get("measures").get("overloaded").asInt());
    assertTrue(
        free.get("city_by_city").get("total").asDouble()
            >= free.get("measures").get("total").asDouble());
    for (JsonNode place : held.get("plan").get("places")) {
      boolean vetoed =
          place.get("need").asString().equals(need)
              && place.get("supplier").asString().equals(partner);
      assertFalse(vetoed, place::toString);
    }
    assertTrue(
        held.get("plan").get("millionths").asLong() <= free.get("plan").get("millionths").asLong());
  }

  @Test
  void plan_thatIsKept_isCheckedWithoutPlanning_untilItIsChanged(@TempDir Path folder)
      throws IOException {
    for (String sort : List.of("cohort", "pairs", "partners")) {
      Path file = folder.resolve(sort + ".json");
      String[] more =
          sort.equals("partners")
              ? new String[] {"--cities", CITIES, "--capacity", "1"}
              : new String[] {};
      List<String> words = new ArrayList<>(List.of("plan", sort, "--out", file.toString()));
      words.addAll(List.of(more));
      cohort.good(words.toArray(String[]::new));

      String out = cohort.good("plan", "check", file.toString()).out();
      assertTrue(out.contains("meets all conditions"), out);
      assertTrue(out.contains("still give the same candidates"), out);

      Files.writeString(file, Files.readString(file).replaceFirst("cn-", "cx-"));
      Ran changed = Ran.on(cohort.data, "plan", "check", file.toString());
      assertEquals(Exit.BAD_DATA, changed.code());
      assertTrue(changed.err().contains("was changed after it was made"), changed::toString);
    }
  }

  @Test
  void meetings_ofAKeptPlan_areProvenChecked_andKeptAfterACancellation(@TempDir Path folder)
      throws IOException {
    String partners = folder.resolve("partners.json").toString();
    String first = folder.resolve("first.json").toString();
    cohort.good("plan", "partners", "--cities", CITIES, "--out", partners);

    String out =
        good(
                "meetings --plan %s --days 2027-05-10;2027-05-11 --zone Asia/Shanghai --breaks"
                    + " 12:00-13:30 --tables 3 --out %s --lang zh",
                partners, first)
            .out();

    assertTrue(out.startsWith("最优方案"), out);
    assertTrue(out.contains("2027-05-10 09:00"), out);
    assertTrue(cohort.good("plan", "check", first).out().contains("meets all conditions"));
    JsonNode again =
        json(
            cohort.good(
                "plan", "meetings", "--keep", first, "--cancelled", "cn-shenzhen", "--json"));
    for (JsonNode each : again.get("meetings")) {
      assertFalse(each.get("city").asString().equals("cn-shenzhen"), each::toString);
    }
    Ran neither = Ran.on(cohort.data, "plan", "meetings", "--days", "2027-05-10");
    assertTrue(neither.err().contains("--plan is required"), neither::toString);
    Ran past = Ran.on(cohort.data, "plan", "meetings", "--plan", partners, "--days", "2020-01-01");
    assertTrue(past.err().contains("must be today or later"), past::toString);
    Ran late = Ran.on(cohort.data, "plan", "meetings", "--days", "+999999999-12-31");
    assertTrue(
        late.err().contains("--days must be a date from 2000-01-01 to 2200-12-31"), late::toString);
  }

  @Test
  void change_ofASavedTimetable_makesANewOne_orSaysWhatClashes(@TempDir Path folder)
      throws IOException {
    String partners = folder.resolve("partners.json").toString();
    String first = folder.resolve("first.json").toString();
    String less = folder.resolve("less.json").toString();
    String moved = folder.resolve("moved.json").toString();
    cohort.good("plan", "partners", "--cities", CITIES, "--out", partners);
    JsonNode made =
        json(good("meetings --plan %s --days 2027-05-10 --out %s --json", partners, first));
    JsonNode one = made.get("meetings").get(0);
    String meeting = one.get("city").asString() + "=" + one.get("partner").asString();

    JsonNode rest =
        json(good("meetings --keep %s --vetoes %s --out %s --json", first, meeting, less));

    assertEquals(made.get("meetings").size() - 1, rest.get("meetings").size());
    assertTrue(cohort.good("plan", "check", less).out().contains("meets all conditions"));
    String pin = meeting + "@2027-05-10T16:00";
    Ran last = good("meetings --keep %s --pins %s --out %s --json", less, pin, moved);
    assertTrue(json(last).toString().contains("2027-05-10T16:00"), last::toString);
    assertTrue(cohort.good("plan", "check", moved).out().contains("meets all conditions"));
    Ran gone = plan("meetings --keep %s --vetoes %s", less, meeting);
    assertTrue(gone.err().contains("--vetoes must be a meeting of this timetable"), gone::toString);
    Ran nowhere = plan("meetings --keep %s --pins %s", less, meeting + "@2027-05-10T23:00");
    assertTrue(nowhere.err().contains("beginning of a slot"), nowhere::toString);
    Ran unknown = plan("meetings --keep %s --pins cn-jilin=bydd@2027-05-10T16:00", less);
    assertTrue(unknown.err().contains("\"byd\"?"), unknown::toString);
    Ran alone = plan("meetings --plan %s --pins %s", partners, pin);
    assertTrue(alone.err().contains("--keep is required"), alone::toString);
  }
}
