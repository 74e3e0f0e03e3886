package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.SavedList;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Lists of one's own, by the API.
class ListsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String LISTS = "/api/v1/lists";

  private static String token(Role role) {
    return SERVED.cohort().token("Wang " + role, role, role == Role.CITY ? CITY : NONE);
  }

  private static final String[] CITY = {"cn-jilin"};
  private static final String[] NONE = {};

  private static Client.Reply as(String token, String method, String path, String body) {
    return SERVED.client().as(token, method, path, body, "If-Match", "*");
  }

  private static String made(String token, String name, String... entries) {
    List<String> items = new ArrayList<>();
    for (String each : entries) {
      String[] parts = each.split(":", -1);
      items.add("{\"kind\": \"" + parts[0] + "\", \"entry\": \"" + parts[1] + "\"}");
    }
    String body = "{\"name\": \"" + name + "\", \"items\": [" + String.join(", ", items) + "]}";
    Client.Reply made = as(token, "POST", LISTS, body);
    assertEquals(201, made.status(), made::text);
    return made.json().get("id").stringValue();
  }

  private static List<String> entries(String token, String id) {
    JsonNode items = as(token, "GET", LISTS + "/" + id, "").json().get("items");
    return items.valueStream().map(each -> each.get("entry").stringValue()).toList();
  }

  private static String list(String name, String entries) {
    return "{\"name\": \"" + name + "\", \"items\": [" + entries + "]}";
  }

  private static String item(String kind, String entry, String note) {
    return "{\"kind\": \""
        + kind
        + "\", \"entry\": \""
        + entry
        + "\""
        + (note.isEmpty() ? "" : ", \"note\": \"" + note + "\"")
        + "}";
  }

  @Test
  void list_changed_undone_deletedAndRestored_keepsItsEntries() {
    String ada = token(Role.READER);
    String id = made(ada, "Buses", "firm:byd", "need:cn-jilin-n1");
    String path = LISTS + "/" + id;
    assertEquals(List.of("byd", "cn-jilin-n1"), entries(ada, id));

    String turned = item("need", "cn-jilin-n1", "First") + ", " + item("firm", "byd", "");
    assertEquals(2, as(ada, "PUT", path, list("Heat", turned)).json().get("number").intValue());
    assertEquals(List.of("cn-jilin-n1", "byd"), entries(ada, id));
    assertEquals("First", as(ada, "GET", path, "").json().at("/items/0/note").stringValue());

    JsonNode undone = as(ada, "POST", path + "/undo", "").json();
    assertEquals("Buses", undone.get("name").stringValue());
    assertEquals(List.of("byd", "cn-jilin-n1"), entries(ada, id));
    assertEquals("Heat", as(ada, "POST", path + "/undo", "").json().get("name").stringValue());

    assertTrue(as(ada, "DELETE", path, "").json().has("deleted"));
    assertEquals(400, as(ada, "PUT", path, list("x", "")).status());
    assertFalse(as(ada, "GET", LISTS, "").text().contains(id));
    assertTrue(as(ada, "GET", LISTS + "?deleted=true", "").text().contains(id));
    assertFalse(as(ada, "POST", path + "/undo", "").json().has("deleted"));
    assertEquals(List.of("cn-jilin-n1", "byd"), entries(ada, id));
  }

  @Test
  void entry_addedTwice_isThereOnce_withTheNewNote() {
    String ada = token(Role.READER);
    String id = made(ada, "Once", "firm:byd");
    Client.Reply again = as(ada, "POST", LISTS + "/" + id + "/items", item("firm", "byd", ""));
    assertEquals(1, again.json().get("number").intValue(), again::text);
    as(ada, "POST", LISTS + "/" + id + "/items", item("firm", "byd", "Call"));
    JsonNode whole = as(ada, "GET", LISTS + "/" + id, "").json();
    assertEquals(1, whole.get("items").size());
    assertEquals("Call", whole.at("/items/0/note").stringValue());
  }

  @Test
  void change_ofAVersionThatIsNoLongerCurrent_isRefused_andSoIsOneWithoutAVersion() {
    String ada = token(Role.READER);
    String id = made(ada, "Old");
    String path = LISTS + "/" + id;
    Client client = SERVED.client();
    assertEquals(428, client.as(ada, "PUT", path, list("a", "")).status());
    assertEquals(200, client.as(ada, "PUT", path, list("a", ""), "If-Match", "\"1\"").status());
    assertEquals(412, client.as(ada, "PUT", path, list("b", ""), "If-Match", "\"1\"").status());
    assertEquals(412, client.as(ada, "POST", path + "/undo", "", "If-Match", "\"1\"").status());
    assertEquals("a", as(ada, "GET", path, "").json().get("name").stringValue());
  }

  @Test
  void listOfSomebodyElse_isAsIfItWereNotThere() {
    String id = made(token(Role.READER), "Mine", "firm:byd");
    String other = token(Role.OPERATOR);
    String path = LISTS + "/" + id;
    for (String call : List.of("GET ", "DELETE ", "POST /undo", "DELETE /share")) {
      String[] parts = call.split(" ", 2);
      assertEquals(404, as(other, parts[0], path + parts[1], "").status(), call);
    }
    assertEquals(404, as(other, "PUT", path, list("Theirs", "")).status());
    assertEquals(404, as(other, "PUT", path + "/share", "{\"role\": \"reader\"}").status());
    assertEquals(404, as(other, "POST", path + "/items", item("firm", "byd", "")).status());
    Visitor visitor = SERVED.as(Role.OPERATOR, "en");
    assertEquals(404, visitor.get("/lists/" + id).status());
    assertEquals(404, visitor.post("/lists/" + id, "do", "rename", "name", "x").status());
    assertFalse(visitor.page("/lists").text().contains("Mine"));
    assertEquals(401, SERVED.client().get(LISTS).status());
  }

  @Test
  void exportOfSharedList_isAudited_withoutItsLink() {
    String ada = token(Role.READER);
    String share = LISTS + "/" + made(ada, "Secret", "firm:byd") + "/share";
    String link = as(ada, "PUT", share, "{\"role\": \"reader\"}").json().get("link").stringValue();
    String path = LISTS + "/shared/" + link + "?format=csv";
    assertEquals(200, as(token(Role.READER), "GET", path, "").status());

    String audit = as(token(Role.OPERATOR), "GET", "/api/v1/audit?limit=100", "").text();

    assertTrue(audit.contains(LISTS + "/shared/?format=csv"), audit);
    assertFalse(audit.contains(link), audit);
  }

  @ParameterizedTest
  @CsvSource({
    "reader, true, true, true",
    "city, false, true, true",
    "coordinator, false, false, true",
    "operator, false, false, false"
  })
  void sharedList_isReadByItsRole_untilTheLinkEnds(
      String role, boolean reader, boolean city, boolean coordinator) {
    String ada = token(Role.OPERATOR);
    String id = made(ada, "Shared with " + role, "firm:byd");
    String share = LISTS + "/" + id + "/share";
    JsonNode shared = as(ada, "PUT", share, "{\"role\": \"" + role + "\"}").json();
    String link = shared.get("link").stringValue();
    String path = LISTS + "/shared/" + link;
    assertEquals(reader ? 200 : 404, as(token(Role.READER), "GET", path, "").status());
    assertEquals(city ? 200 : 404, as(token(Role.CITY), "GET", path, "").status());
    assertEquals(coordinator ? 200 : 404, as(token(Role.COORDINATOR), "GET", path, "").status());
    assertEquals(401, SERVED.client().get(path).status());

    Visitor boss = SERVED.as(Role.OPERATOR, "en");
    Document page = boss.page("/lists/shared/" + link);
    assertTrue(page.select(".kept form, form[action$=/delete]").isEmpty(), page.text());

    as(ada, "DELETE", share, "");
    assertEquals(404, as(token(Role.OPERATOR), "GET", path, "").status());
    assertEquals(404, boss.get("/lists/shared/" + link).status());
    String next = as(ada, "PUT", share, "{\"role\": \"reader\"}").json().get("link").stringValue();
    assertFalse(next.equals(link), "a link that ended is never used again");
  }

  @Test
  void entryThatTheCatalogDoesNotHave_isRefused_unlessTheListHadIt() {
    String ada = token(Role.READER);
    String id = made(ada, "Gone", "firm:byd");
    String path = LISTS + "/" + id;
    assertEquals(400, as(ada, "POST", path + "/items", item("firm", "no-such", "")).status());
    // A later generation may have lost an entry: the list keeps it, marked, and it can be removed.
    SERVED
        .cohort()
        .program
        .write(
            records -> {
              SavedList list = records.lists().find(owner(ada), id).orElseThrow();
              SavedList.Item lost =
                  new SavedList.Item(Kind.FIRM, new EntryId("lost-firm"), "Was here");
              return records
                  .lists()
                  .change(list, list.content().with(lost), list.number(), Instant.EPOCH);
            });
    JsonNode shown = as(ada, "GET", path, "").json().at("/items/1");
    assertFalse(shown.get("known").booleanValue() || shown.has("name"), shown.toString());
    String both = item("firm", "lost-firm", "Kept") + ", " + item("firm", "byd", "");
    assertEquals(200, as(ada, "PUT", path, list("x", both)).status());
    String twice = item("firm", "byd", "") + ", " + item("firm", "byd", "");
    assertEquals(400, as(ada, "PUT", path, list("x", twice)).status());
    assertEquals(400, as(ada, "PUT", path, list("x", item("city", "cn-jilin", ""))).status());
  }

  private static Caller owner(String token) {
    String id = "token " + token.substring(3, 23);
    return new Caller(id, "Wang", Role.READER, Set.of());
  }

  @Test
  void everyWrite_isWrittenDown() {
    String ada = token(Role.READER);
    String id = made(ada, "Audited");
    as(ada, "PUT", LISTS + "/" + id + "/share", "{\"role\": \"reader\"}");
    as(ada, "DELETE", LISTS + "/" + id, "");
    String audit = as(token(Role.OPERATOR), "GET", "/api/v1/audit?limit=20", "").text();
    for (String action : List.of("list.add", "list.share", "list.delete")) {
      assertTrue(audit.contains(action), action);
    }
    assertTrue(audit.contains("list " + id), audit);
  }
}
