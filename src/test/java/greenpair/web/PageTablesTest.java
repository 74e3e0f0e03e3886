package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import de.siegmar.fastcsv.reader.CsvReader;
import greenpair.program.access.Caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of pages as files: the links to those of the API.
class PageTablesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static List<List<String>> rows(Client.Reply reply) {
    assertEquals(200, reply.status(), reply::text);
    assertTrue(reply.header("Content-Type").startsWith("text/csv"), reply.header("Content-Type"));
    assertTrue(reply.header("Content-Disposition").contains("greenpair.csv"));
    List<List<String>> rows = new ArrayList<>();
    try (var csv = CsvReader.builder().ofCsvRecord(reply.text().replaceFirst("^\uFEFF", ""))) {
      csv.forEach(each -> rows.add(each.getFields()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/needs",
        "/needs?sector=BLD&country=CN",
        "/cities",
        "/cohort",
        "/?q=heat+pump",
        "/?q=heat+pump&kind=firm&country=CN",
        "/?kind=need&near=city&city=cn-jilin",
        "/?sector=BLD&near=climate&city=cn-jilin&sort=name",
        "/cities/cn-jilin?need=cn-jilin-n1"
      })
  void page_linksToItsListAsAFile(String path) {
    for (String language : List.of("en", "zh")) {
      for (var link : new Visitor(SERVED.client(), language).page(path).select(".exports a")) {
        Client.Reply reply = SERVED.client().get(link.attr("href"));
        if (link.attr("href").endsWith("csv")) {
          assertTrue(rows(reply).size() > 1, path);
        } else {
          assertTrue(reply.text().startsWith("PK"), path);
        }
      }
    }
  }

  @Test
  void recommendations_asCsv_haveCostAndSourceOfTheFirstCase() {
    List<List<String>> table =
        rows(
            SERVED
                .client()
                .get(
                    "/api/v1/needs/us-ca-losangeles-n3/recommendations?kind=firm",
                    "Accept",
                    "text/csv"));
    List<String> first = table.get(1);
    assertEquals(
        "USD 282M, of which USD 135M loan", first.get(table.getFirst().indexOf("case.cost.en")));
    assertTrue(first.get(table.getFirst().indexOf("case.source")).startsWith("https://"));
  }

  @Test
  void introductions_asATable_areForMembers_withNoFormula_andAreWrittenDown() {
    Client client = SERVED.client();
    String token = SERVED.cohort().token("Li", Role.COORDINATOR);
    String made = "{\"city\": \"cn-jilin\", \"kind\": \"firm\", \"partner\": \"byd\"}";
    String path = client.as(token, "POST", "/api/v1/introductions", made).header("Location");
    client.as(token, "PUT", path + "/task", "{\"responsible\": \"=cmd()\"}");
    Visitor member = new Visitor(client, "en").signIn(token);
    String link = member.page("/board").expectFirst(".exports a").attr("href");
    assertTrue(rows(member.get(link)).getLast().contains("'=cmd()"));
    assertFalse(client.get(link).text().contains("cmd"));
    String operator = SERVED.cohort().token("Op", Role.OPERATOR);
    String audit = client.as(operator, "GET", "/api/v1/audit?limit=5", "").text();
    assertTrue(audit.contains(link.replace("&", "\\u0026")) || audit.contains(link), audit);
  }
}
