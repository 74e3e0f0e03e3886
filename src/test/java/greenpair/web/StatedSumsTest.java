package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sums of money in plans of partners: two invented partners of two entries each, of which one
/// states both its sums in one currency and the other in two.
class StatedSumsTest {
  private static final String PLANS = "/api/v1/plans";
  private static final String LETTER =
      "{\"source\":\"letter\",\"published\":\"2026-05\",\"verified\":true,\"fields\":[\"preferences\"]}";

  private static final List<String> FIRMS =
      List.of("terra-gen", "mortenson", "hillhouse", "sharp-development");

  @TempDir private static Path folder;
  private static Cohort cohort;
  private static Client client;
  private static String coordinator;

  @BeforeAll
  static void serve() throws IOException {
    cohort = Cohort.served(folder);
    List<Entry> all = new ArrayList<>(cohort.fixtures());
    all.removeIf(each -> each.kind() == Kind.FIRM && FIRMS.contains(each.id().value()));
    for (String line :
        List.of(
            stating("terra-gen", "one", "{\"max\":40000000,\"currency\":\"USD\"}"),
            stating("mortenson", "one", "{\"max\":30000000,\"currency\":\"USD\"}"),
            stating("hillhouse", "two", "{\"max\":40000000,\"currency\":\"USD\"}"),
            stating("sharp-development", "two", "{\"max\":30000000,\"currency\":\"CNY\"}"))) {
      all.add(cohort.json.decode(line.getBytes(StandardCharsets.UTF_8)));
    }
    cohort.serve(all);
    client = cohort.client();
    coordinator = cohort.token("Li", Role.COORDINATOR);
  }

  @AfterAll
  static void close() {
    cohort.close();
  }

  /// The line of a firm that is one entry of a partner and can start one project of that size.
  private static String stating(String firm, String partner, String size) throws IOException {
    String line =
        Files.readAllLines(Path.of("fixtures/firms.jsonl")).stream()
            .filter(each -> each.contains("\"id\":\"" + firm + "\""))
            .findFirst()
            .orElseThrow();
    return line.replace(
            "\"id\":\"" + firm + "\",",
            "\"id\":\"%s\",\"identifiers\":[\"invented:%s\"],\"preferences\":{\"stated\":\"2026-05\",\"project_size\":%s,\"capacity\":{\"projects\":1}},"
                .formatted(firm, partner, size))
        .replace("\"provenance\":[", "\"provenance\":[" + LETTER + ",");
  }

  private static JsonNode planned(String amounts) {
    Client.Reply asked =
        client.as(
            coordinator,
            "POST",
            PLANS + "/partners",
            "{\"cities\": [\"us-ca-losangeles\"]%s}".formatted(amounts));
    assertEquals(202, asked.status(), asked.text());
    return Plans.await(client, coordinator, asked.header("Location"));
  }

  private static JsonNode document(JsonNode plan) {
    return new JsonMapper()
        .readTree(
            client
                .as(
                    coordinator,
                    "GET",
                    PLANS + "/" + plan.at("/about/id").asString() + "/document",
                    "")
                .json()
                .get("document")
                .stringValue());
  }

  /// The sum that limits a partner, and nothing where none does.
  private static String sum(JsonNode document, String partner) {
    JsonNode supplier =
        new JsonMapper()
            .readTree(document.get("result").stringValue())
            .at("/instance/suppliers")
            .valueStream()
            .filter(each -> each.get("id").stringValue().equals(partner))
            .findFirst()
            .orElseThrow();
    assertEquals(2, supplier.get("members").size(), supplier::toString);
    JsonNode purse = supplier.path("purse");
    return purse.isMissingNode()
        ? ""
        : purse.get("amount").longValue() + purse.get("currency").stringValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                            | mortenson       | 30000000USD",
        "''                                            | hillhouse | ''",
        ", \"amounts\": [{\"partner\": \"terra-gen\", \"amount\": 90000000, \"currency\": \"USD\"}]"
            + "             | mortenson       | 90000000USD",
        ", \"amounts\": [{\"partner\": \"mortenson\", \"amount\": 90000000, \"currency\": \"CNY\"}]"
            + "         | mortenson       | 90000000CNY",
        ", \"amounts\": [{\"partner\": \"sharp-development\", \"amount\": 5, \"currency\":"
            + " \"USD\"}]                 | hillhouse | 5USD",
        ", \"amounts\": [{\"partner\": \"terra-gen\", \"amount\": 7, \"currency\": \"USD\"},"
            + " {\"partner\": \"mortenson\", \"amount\": 6, \"currency\": \"USD\"}]  | mortenson   "
            + "    | 6USD"
      })
  void sum_isTheLowestOfThoseGiven_orOfThoseStatedInOneCurrency(
      String amounts, String partner, String sum) {
    assertEquals(sum, sum(document(planned(amounts)), partner));
  }

  @Test
  void sums_givenInDifferentCurrencies_areRefused() {
    JsonNode about =
        planned(
                ", \"amounts\": [{\"partner\": \"terra-gen\", \"amount\": 500, \"currency\":"
                    + " \"USD\"}, {\"partner\": \"mortenson\", \"amount\": 6, \"currency\":"
                    + " \"CNY\"}]")
            .get("about");

    assertEquals("impossible", about.get("state").stringValue(), about::toString);
    assertTrue(about.get("messages").toString().contains("different currencies"), about::toString);
  }

  /// What was stored before plans knew sums of money has neither `amounts` nor a purse.
  @Test
  void check_ofAPlanOfAnOlderVersion_findsTheSameInputs() {
    JsonNode plan = planned("");
    assertTrue(
        document(plan).get("request").stringValue().contains("\"amounts\":{}"),
        document(plan)::toString);
    String older =
        Plans.changed(
            cohort.program,
            plan.at("/about/id").stringValue(),
            request -> request.replace("\"amounts\":{},", "").replace(",\"declined\":[]", ""),
            result -> result.replaceAll(",\"purse\":\\{.*?\\{[^}]*}}", ""));

    JsonNode check = client.as(coordinator, "GET", PLANS + "/" + older + "/check", "").json();

    assertTrue(check.get("sound").booleanValue(), check::toString);
    assertEquals("same", check.get("inputs").stringValue(), check::toString);
  }
}
