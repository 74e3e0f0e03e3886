package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Lists of the API as tables for spreadsheets.
class ProgramTablesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private final Client client = SERVED.client();
  private final String token = SERVED.cohort().token("Li", Role.COORDINATOR);

  private Client.Reply get(String path, String... headers) {
    return client.as(token, "GET", path, "", headers);
  }

  private Client.Reply note(String body) {
    String note = "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"" + body + "\"}";
    return client.as(token, "POST", "/api/v1/remarks", note);
  }

  @Test
  void list_asCsv_opensInExcelAndHoldsNoFormula() throws IOException {
    for (String bad : List.of("=1+1", "+1", "-2+3", "@SUM(A1)", "\\t=1", " =1", "＝1")) {
      assertEquals(201, note(bad).status());
    }
    Client.Reply reply = get("/api/v1/remarks?city=cn-jilin&format=csv");
    assertTrue(reply.header("Content-Type").startsWith("text/csv"), reply.header("Content-Type"));
    byte[] bytes = reply.response().body();
    assertEquals("\uFEFF", new String(bytes, 0, 3, StandardCharsets.UTF_8));
    String csv = reply.text();
    assertTrue(csv.contains("'=1+1") && csv.contains("'@SUM(A1)"), csv);
    for (String line : csv.substring(1).split("\r?\n", -1)) {
      for (String cell : line.split(",", -1)) {
        assertFalse(cell.matches("^\"?\\s*[=+@＝-].*"), line);
      }
    }
    Client.Reply negotiated = get("/api/v1/remarks?city=cn-jilin", "Accept", "text/csv");
    assertEquals(csv, negotiated.text());
  }

  @Test
  void list_asXlsx_hasTypedCells() throws IOException {
    assertEquals(201, note("=HYPERLINK(1)").status());
    byte[] bytes = get("/api/v1/remarks?city=cn-jilin&limit=1&format=xlsx").response().body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<Row> rows = book.getFirstSheet().read();
      assertEquals(2, rows.size());
      List<String> heads = rows.getFirst().stream().map(each -> each.getText()).toList();
      var cell = rows.get(1).getCell(heads.indexOf("body"));
      assertEquals("=HYPERLINK(1)", cell.getText());
      assertNull(cell.getFormula());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cities",
        "/api/v1/gaps",
        "/api/v1/taxonomy",
        "/api/v1/search?q=solar",
        "/api/v1/partners/adb/opportunities",
        "/api/v1/cities/us-ca-losangeles/recommendations",
        "/api/v1/needs/us-ca-losangeles-n1/packages",
        "/api/v1/edits",
        "/api/v1/remarks",
        "/api/v1/introductions"
      })
  void everyList_asATable_hasARowForEachElement(String path) {
    String with = path + (path.contains("?") ? "&" : "?") + "format=";
    JsonNode answer = get(path).json();
    String first =
        Stream.of(
                "items",
                "recommendations",
                "opportunities",
                "packages",
                "hits",
                "cities",
                "concepts",
                "needs")
            .filter(each -> answer.path(each).isArray())
            .findFirst()
            .orElseThrow();
    // The lists below recommendations stand in the same table.
    int elements =
        Stream.of("incumbents", "below_threshold", "unproven", "nearest", "failures")
            .mapToInt(each -> first.equals("recommendations") ? answer.path(each).size() : 0)
            .reduce(answer.path(first).size(), Integer::sum);
    assertEquals(200, get(with + "csv").status());
    Client.Reply xlsx = get(with + "xlsx");
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(xlsx.response().body()))) {
      int rows = book.getFirstSheet().read().size();
      assertTrue(elements == 0 ? rows <= 1 : rows == elements + 1, path + " " + rows);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
