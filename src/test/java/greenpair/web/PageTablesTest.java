package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import greenpair.program.access.Caller.Role;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of pages as files: the same rows and numbers as on the page.
class PageTablesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static List<List<String>> rows(Client.Reply reply) {
    assertEquals(200, reply.status(), reply::text);
    assertTrue(reply.header("Content-Type").startsWith("text/csv"), reply.header("Content-Type"));
    assertTrue(reply.header("Content-Disposition").contains("greenpair.csv"));
    List<List<String>> rows = new ArrayList<>();
    try (var csv = CsvReader.builder().ofCsvRecord(reply.text().replaceFirst("^\uFEFF", ""))) {
      csv.forEach(each -> rows.add(each.getFields()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }

  private static List<List<String>> rows(String path) {
    return rows(SERVED.client().get(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/needs?, Sector, 领域",
    "/needs?sector=BLD&, Sector, 领域",
    "/?q=heat+pump&, Kind, 类别",
    "/cities/cn-jilin?need=cn-jilin-n1&, Kind, 类别"
  })
  void page_linksToItsListAsAFile_withHeadingsInItsLanguage(
      String path, String english, String chinese) {
    for (String language : List.of("en", "zh")) {
      Visitor visitor = new Visitor(SERVED.client(), language);
      Element link = visitor.page(path.replaceFirst("[?&]$", "")).expectFirst(".exports a");
      List<List<String>> table = rows(link.attr("href"));
      assertEquals(language.equals("en") ? english : chinese, table.getFirst().getFirst());
      assertTrue(table.size() > 1, path);
      assertEquals(language.equals("en") ? "Sources" : "来源", table.getFirst().getLast());
      for (List<String> row : table.subList(1, table.size())) {
        assertFalse(row.getLast().isBlank(), () -> "no source: " + row);
      }
      Client.Reply workbook = SERVED.client().get(path + "format=xlsx");
      assertEquals(200, workbook.status());
      assertTrue(workbook.text().startsWith("PK"), path);
    }
  }

  @Test
  void options_asATable_stateCostAndSourceOfTheCase_andWhereNoWebsiteIsKnown() {
    List<List<String>> table =
        rows("/cities/us-ca-losangeles?need=us-ca-losangeles-n3&format=csv&lang=en");
    List<String> first = table.get(1);
    assertEquals("USD 282M, of which USD 135M loan", first.get(table.getFirst().indexOf("Cost")));
    String source = first.get(table.getFirst().indexOf("Source of the case"));
    assertTrue(source.contains("epa.gov") || source.contains("EPA"), source);
    int website = table.getFirst().indexOf("Website or contact");
    assertTrue(table.stream().noneMatch(each -> each.get(website).isEmpty()));
    assertTrue(table.stream().anyMatch(each -> each.get(website).startsWith("No website")));
  }

  @Test
  void apiList_asCsv_hasCostAndSourceOfTheFirstCase() {
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
  void hits_asATable_areThoseOfThePage_withTheirPoints() {
    Document page = SERVED.page("/?lang=en&q=heat+pump");
    List<String> names = page.select(".hit h3 > a").stream().map(Element::text).toList();
    List<List<String>> table = rows("/?lang=en&q=heat+pump&format=csv");
    assertTrue(names.size() < 100 && 100 < table.size(), () -> "" + table.size());
    assertEquals(
        page.select(".hit .score strong").eachText(),
        table.stream().skip(1).limit(20).map(each -> each.get(2)).toList());
  }

  @Test
  void options_ofANeed_haveThePointsOfThePage() {
    String path = "/cities/us-ca-losangeles?need=us-ca-losangeles-n2&lang=en";
    List<List<String>> table = rows(path + "&format=csv");
    for (Element card : SERVED.page(path).select("#firms ~ .ranked > .card")) {
      String name = card.select("h3 > a").text();
      String points = card.select(".score strong").text();
      assertTrue(
          table.stream().anyMatch(row -> row.get(3).equals(name) && row.get(4).equals(points)),
          name + " " + points);
    }
  }

  @Test
  void board_asATable_isForMembers_withNoFormula_andIsWrittenDown() {
    Client client = SERVED.client();
    String token = SERVED.cohort().token("Li", Role.COORDINATOR);
    String made = "{\"city\": \"cn-jilin\", \"kind\": \"firm\", \"partner\": \"byd\"}";
    String path = client.as(token, "POST", "/api/v1/introductions", made).header("Location");
    client.as(token, "PUT", path + "/task", "{\"responsible\": \"=cmd()\"}");
    List<List<String>> table = rows(client.as(token, "GET", "/board?format=csv&lang=en", ""));
    assertEquals("Progress", table.getFirst().getFirst());
    assertTrue(table.getLast().contains("'=cmd()"), table.toString());
    assertFalse(client.get("/board?format=csv").text().contains("cmd"));
    String operator = SERVED.cohort().token("Op", Role.OPERATOR);
    String audit = client.as(operator, "GET", "/api/v1/audit?limit=5", "").text();
    assertTrue(audit.contains("/board?format=csv"), audit);
  }
}
