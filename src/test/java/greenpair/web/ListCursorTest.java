package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Lists of the catalog that are read page by page with `cursor` and `next`.
class ListCursorTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static JsonNode json(String path) {
    Client.Reply reply = SERVED.client().get(path);
    assertEquals(200, reply.status(), reply::text);
    return reply.json();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/gaps, needs",
    "/api/v1/needs/us-ca-losangeles-n2/packages, packages",
    "/api/v1/partners/byd/opportunities, opportunities"
  })
  void pages_inTurn_giveTheWholeList(String path, String list) {
    List<String> whole = new ArrayList<>();
    json(path + "?limit=100").get(list).forEach(each -> whole.add(each.toString()));
    assertTrue(whole.size() > 1, path);
    int limit = whole.size() / 2 + 1;

    JsonNode first = json(path + "?limit=" + limit);
    JsonNode second = json(path + "?limit=" + limit + "&cursor=" + first.get("next").stringValue());

    List<String> paged = new ArrayList<>();
    first.get(list).forEach(each -> paged.add(each.toString()));
    second.get(list).forEach(each -> paged.add(each.toString()));
    assertEquals(whole, paged.subList(0, Math.min(whole.size(), paged.size())));
    assertEquals(limit, second.get("from").intValue());
    assertEquals(paged.size() < second.get("total").intValue(), second.has("next"));
  }
}
