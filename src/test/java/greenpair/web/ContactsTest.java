package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contact persons that the programme keeps: who sees them where, who may enter them, and that
/// nothing is left of a deleted person.
class ContactsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static Client.Reply ask(Role role, String method, String path, String body) {
    String city = role == Role.CITY ? "cn-jilin" : "";
    String token =
        city.isEmpty()
            ? SERVED.cohort().token("Li " + role, role)
            : SERVED.cohort().token("Li " + role, role, city);
    return SERVED.client().as(token, method, path, body);
  }

  private static String person(String kind, String entry, String name) {
    return "{\"kind\": \"%s\", \"entry\": \"%s\", \"name\": \"%s\", \"role\": \"销售\","
            .formatted(kind, entry, name)
        + " \"email\": \"a@example.org\", \"phone\": \"+1 510 555 0100\"}";
  }

  private static String add(Role role, String kind, String entry, String name) {
    Client.Reply made = ask(role, "POST", "/api/v1/contacts", person(kind, entry, name));
    assertEquals(201, made.status(), made.text());
    return made.json().get("id").stringValue();
  }

  private static boolean shows(Role role, String path, String name) {
    return SERVED
        .as(role, "en", role == Role.CITY ? new String[] {"cn-jilin"} : new String[0])
        .page(path)
        .text()
        .contains(name);
  }

  @Test
  void personOfAFirm_isShownToCoordinatorsAlone_untilDeleted() {
    String id = add(Role.COORDINATOR, "firm", "byd", "Zylo Person");
    String path = "/partners/firm/byd";
    assertTrue(shows(Role.COORDINATOR, path, "Zylo Person"));
    assertTrue(shows(Role.COORDINATOR, path, "programme office"), "the source is named");
    String introduction = "/introductions?city=us-ca-oakland&kind=firm&partner=byd";
    assertTrue(shows(Role.COORDINATOR, introduction, "Zylo Person"));
    for (Role role : List.of(Role.READER, Role.CITY)) {
      assertFalse(shows(role, path, "Zylo Person"), role.toString());
      String all = ask(role, "GET", "/api/v1/contacts", "").text();
      assertFalse(all.contains("Zylo Person"), all);
      assertEquals(404, ask(role, "GET", "/api/v1/contacts/" + id, "").status());
    }
    assertFalse(SERVED.page(path).text().contains("Zylo Person"));
    assertFalse(
        ask(Role.COORDINATOR, "GET", "/api/v1/firms/byd", "").text().contains("Zylo Person"),
        "answers that are cached have none");

    assertEquals(200, ask(Role.COORDINATOR, "DELETE", "/api/v1/contacts/" + id, "").status());
    assertFalse(shows(Role.COORDINATOR, path, "Zylo Person"));
    assertEquals(404, ask(Role.COORDINATOR, "GET", "/api/v1/contacts/" + id, "").status());
    String audit = ask(Role.OPERATOR, "GET", "/api/v1/audit?limit=100", "").text();
    assertTrue(audit.contains("contact " + id + " of firm byd"), audit);
    assertTrue(audit.contains("firm byd: contact_persons"), audit);
    assertFalse(audit.contains("Zylo Person"), audit);
  }

  @Test
  void personOfACity_isEnteredByItsStaff_andOnItsPages() {
    add(Role.CITY, "city", "cn-jilin", "张三");
    assertTrue(shows(Role.CITY, "/cities/cn-jilin", "张三"));
    assertTrue(shows(Role.COORDINATOR, "/cities/cn-jilin/brief", "张三"));
    assertFalse(shows(Role.READER, "/cities/cn-jilin", "张三"));
    for (String other : List.of(person("city", "cn-wuhan", "A"), person("firm", "byd", "A"))) {
      assertEquals(403, ask(Role.CITY, "POST", "/api/v1/contacts", other).status());
    }
    assertEquals(
        403, SERVED.as(Role.CITY, "zh", "cn-jilin").get("/contacts?kind=firm&entry=byd").status());
  }

  @ParameterizedTest
  @CsvSource({"en, Position, Delete", "zh, 职务, 删除"})
  void formWithoutScript_addsAndDeletes(String language, String role, String delete) {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    String form = "/contacts?kind=financier&entry=adb&back=%2Fpartners%2Ffinancier%2Fadb";
    assertTrue(coordinator.page("/partners/financier/adb").html().contains("/contacts?kind="));
    assertTrue(coordinator.page(form).text().contains(role));
    String[] sent = {
      "kind",
      "financier",
      "entry",
      "adb",
      "name",
      "Qexa",
      "role",
      "",
      "email",
      "a@b.example",
      "phone",
      "",
      "back",
      "/partners/financier/adb"
    };
    assertEquals(303, coordinator.post("/contacts", sent).status());
    assertEquals(303, coordinator.post("/contacts", sent).status());
    var page = coordinator.page(form);
    assertEquals(1, page.select(".remark").size(), "a second click adds nothing");
    assertTrue(page.select(".remark").text().contains(delete));
    String remove = page.select(".remark form").attr("action");
    assertEquals(303, coordinator.post(remove, "back", form).status());
    assertFalse(coordinator.page(form).text().contains("Qexa"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name': 'A'} | kind | one of",
        "{'kind': 'solution', 'entry': 'x', 'name': 'A'} | kind | firm",
        "{'kind': 'firm', 'entry': 'nothing', 'name': 'A'} | entry | ",
        "{'kind': 'firm', 'entry': 'byd'} | name | is required",
        "{'kind': 'firm', 'entry': 'byd', 'name': ' '} | name | ",
        "{'kind': 'firm', 'entry': 'byd', 'name': 'A', 'email': 'a at b'} | email | name@example",
        "{'kind': 'firm', 'entry': 'byd', 'name': 'A', 'phone': 'call'} | phone | 5 to 40",
        "{'kind': 'firm', 'entry': 'byd', 'name': 'A', 'fax': '1'} | fax | "
      })
  void badInput_isRefusedByField(String body, String field, String rule) {
    Client.Reply reply = ask(Role.COORDINATOR, "POST", "/api/v1/contacts", body.replace('\'', '"'));
    assertEquals(400, reply.status(), reply.text());
    boolean isNamed =
        reply
            .json()
            .get("errors")
            .valueStream()
            .filter(each -> each.get("field").stringValue().equals(field))
            .anyMatch(each -> each.toString().contains(rule == null ? "" : rule));
    assertTrue(isNamed, reply.text());
  }
}
