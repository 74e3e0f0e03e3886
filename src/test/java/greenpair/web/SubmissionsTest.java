package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import greenpair.web.program.SubmissionHandler;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What firms and cities send for review: who may send what, who sees it, and that nothing is
/// public before a coordinator accepted it.
class SubmissionsTest {
  private static final String PATH = "/api/v1/submissions";
  private static final String NEED = "cn-jilin-n1";

  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  private static int visitors;

  private static Client client() {
    return GUARDED.get().client;
  }

  private static String token(Role role, String... cities) {
    return GUARDED.get().cohort.token("Zhao " + role, role, cities);
  }

  /// Sends it from an address of its own, so that no limit is met.
  private static Client.Reply send(String token, String body) {
    return send(token, body, "203.0.113." + ++visitors);
  }

  private static Client.Reply send(String token, String body, String address) {
    return client().as(token, "POST", PATH, body.replace('\'', '"'), "X-Forwarded-For", address);
  }

  private static String claim(String entry, String name, String email) {
    return "{'sort': 'claim', 'kind': 'firm', 'entry': '%s', 'name': '%s', 'email': '%s'}"
        .formatted(entry, name, email);
  }

  private static String interest(String name) {
    return ("{'sort': 'interest', 'need': '%s', 'organisation': 'Yuexi Heat', 'name': '%s',"
            + " 'phone': '+86 431 5550 1000', 'available': '2190-03-01', 'body': 'We can begin.'}")
        .formatted(NEED, name);
  }

  private static String id(Client.Reply made) {
    assertEquals(201, made.status(), made.text());
    return made.json().get("id").stringValue();
  }

  private static Client.Reply answer(String id, String body) {
    String path = PATH + "/" + id + "/answer";
    return client().as(token(Role.COORDINATOR), "POST", path, body.replace('\'', '"'));
  }

  private static String seen(String token) {
    return client().as(token, "GET", PATH + "?limit=100", "").text();
  }

  @Test
  void claim_isPublicOnceAccepted_withoutItsPerson() {
    String id = id(send("", claim("catl", "Qixia Person", "qixia@mail.catl.com")));
    String page = "/submissions?sort=claim&kind=firm&entry=catl";
    for (String text : List.of(seen(""), seen(token(Role.READER)), client().get(page).text())) {
      assertFalse(text.contains("Qixia") || text.contains(id), text);
    }
    assertTrue(seen(token(Role.COORDINATOR)).contains("Qixia Person"));
    assertEquals(
        id,
        id(send("", claim("catl", "Qixia Person", "qixia@mail.catl.com"))),
        "a second click adds nothing");

    Client.Reply second = send("", claim("catl", "Other", "other@catl.com"));
    assertEquals(409, second.status(), second.text());
    assertTrue(second.text().contains("send a correction instead"), second.text());
    assertTrue(second.text().contains("请改为提交更正"), second.text());

    assertEquals(400, answer(id, "{'state': 'declined'}").status(), "a reason is required");
    assertEquals(200, answer(id, "{'state': 'accepted'}").status());
    Client.Reply again = answer(id, "{'state': 'declined', 'reason': 'x'}");
    assertEquals(List.of("state"), again.faults(), again.text());

    assertTrue(seen("").contains("\"claim\""), seen(""));
    assertFalse(seen("").contains("Qixia") || seen("").contains(id), seen(""));
    String contacts = "/api/v1/contacts?kind=firm&entry=catl";
    assertTrue(
        client().as(token(Role.COORDINATOR), "GET", contacts, "").text().contains("Qixia Person"));
    String audit = client().as(token(Role.OPERATOR), "GET", "/api/v1/audit?limit=100", "").text();
    for (String action : List.of("submission.add", "submission.accepted", "private.read")) {
      assertTrue(audit.contains(action), audit);
    }
    assertFalse(audit.contains("Qixia"), audit);
  }

  @Test
  void interest_isSeenByTheCityWithItsPerson_andLosesItWhenWithdrawn() {
    String id = id(send("", interest("Lu Ming")));
    String staff = token(Role.CITY, "cn-jilin");
    assertFalse(seen(staff).contains("Yuexi"), "the coordinator comes first");
    assertEquals(200, answer(id, "{'state': 'accepted', 'available': '2190-05-01'}").status());
    assertTrue(seen(staff).contains("Lu Ming"), seen(staff));
    for (String other : List.of("", token(Role.CITY, "cn-wuhan"))) {
      assertTrue(seen(other).contains("Yuexi") && seen(other).contains("2190-05-01"), seen(other));
      assertFalse(seen(other).contains("Lu Ming") || seen(other).contains("begin"), seen(other));
    }
    Client.Reply gone = client().as("", "DELETE", PATH + "/" + id, "");
    assertEquals("withdrawn", gone.json().get("state").stringValue(), gone.text());
    assertFalse(seen("").contains("Yuexi"));
    String all = seen(token(Role.COORDINATOR));
    assertTrue(all.contains("Yuexi") && !all.contains("Lu Ming"), all);
  }

  @Test
  void question_isAskedByTheCityAlone_andOnce() {
    String asked = "{'sort': 'request', 'need': '" + NEED + "', 'kind': 'firm', 'entry': 'catl'}";
    for (String other : List.of("", token(Role.READER), token(Role.CITY, "cn-wuhan"))) {
      assertEquals(403, send(other, asked).status());
    }
    String staff = token(Role.CITY, "cn-jilin");
    String id = id(send(staff, asked));
    assertEquals(409, send(staff, asked.replace("}", ", 'body': 'again'}")).status());
    assertTrue(seen(staff).contains(id));
    assertEquals(403, client().as("", "DELETE", PATH + "/" + id, "").status());
    assertEquals(200, answer(id, "{'state': 'declined', 'reason': 'Full until 2190.'}").status());
    assertTrue(seen(staff).contains("Full until 2190."), seen(staff));
    assertFalse(seen(token(Role.READER)).contains(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'sort': 'claim', 'kind': 'firm', 'entry': 'byd'} | name,email | is required",
        "{'sort': 'claim', 'name': 'A', 'email': 'a@b.cn'} | entry | is required",
        "{'sort': 'claim', 'kind': 'firm', 'entry': 'catl', 'name': 'A', 'email': 'a@evilcatl.com'}"
            + " | email | catl.com, the website of the profile",
        "{'sort': 'claim', 'kind': 'firm', 'entry': 'catl', 'name': 'A', 'email': 'a@com'}"
            + " | email | catl.com, the website of the profile",
        "{'sort': 'claim', 'kind': 'firm', 'entry': 'biffa', 'name': 'A', 'email': 'a@co.uk'}"
            + " | email | biffa.co.uk, the website of the profile",
        "{'sort': 'correction', 'kind': 'firm', 'entry': 'byd', 'name': 'A', 'email': 'a@b.cn'}"
            + " | body | is required",
        "{'sort': 'interest', 'need': 'cn-jilin-n1', 'name': 'A', 'phone': '+1 510 555 0100'}"
            + " | organisation | is required",
        "{'sort': 'interest', 'organisation': 'X', 'name': 'A', 'email': 'a@b.cn'} | need | need",
        "{'sort': 'interest', 'need': 'cn-jilin-n1', 'organisation': 'X', 'name': 'A', 'email':"
            + " 'a@b.cn', 'available': '2020-01-01'} | available | today or later",
        "{'sort': 'bid', 'name': 'A'} | sort | one of"
      })
  void badInput_isRefusedByField(String body, String fields, String rule) {
    Client.Reply reply = send("", body);
    assertEquals(400, reply.status(), reply.text());
    assertTrue(reply.faults().containsAll(List.of(fields.split(","))), reply.text());
    assertTrue(reply.text().contains(rule), reply.text());
    assertFalse(reply.json().get("detail_zh").stringValue().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"en, Waiting for review, must be an email address at", "zh, 待审核, 域名下的邮箱"})
  void formWithoutScript_keepsWhatWasTyped_andShowsItsPageThen(
      String language, String waits, String rule) {
    Visitor visitor = new Visitor(client(), language);
    String form = visitor.page("/partners/firm/catl").select("a[href*=sort=claim]").attr("href");
    assertEquals(1, visitor.page(form).select("select[name=sort]").size());
    String[] fields = {
      "sort",
      "claim",
      "kind",
      "firm",
      "entry",
      "catl",
      "name",
      "<b>Bo</b>",
      "email",
      "bo@b.cn",
      "phone",
      "",
      "body",
      "Ten years",
      "back",
      "/partners/firm/catl"
    };
    Client.Reply refused = visitor.post("/submissions", fields);
    assertEquals(400, refused.status());
    Document again = Jsoup.parse(refused.text());
    assertEquals("<b>Bo</b>", again.select("input[name=name]").val());
    assertEquals("Ten years", again.select("textarea").val());
    assertTrue(again.select("#field-email-fault").text().contains(rule), again.text());

    fields[1] = "correction";
    Client.Reply sent = visitor.post("/submissions", fields);
    assertEquals(303, sent.status(), sent.text());
    String own = sent.header("Location");
    Document page = visitor.page(own);
    assertTrue(page.text().contains("<b>Bo</b>") && page.text().contains(waits), page.text());
    Document review = visitor.signIn(token(Role.COORDINATOR)).page(own);
    assertEquals(1, review.select("form[action$=/answer]").size(), review.text());
    assertEquals(400, visitor.post(own + "/answer", "state", "declined").status());
    assertEquals(303, visitor.post(own + "/withdraw", "back", "/").status());
    assertFalse(visitor.page(own).text().contains("<b>Bo"));
  }

  @Test
  void manyFromOneAddress_areRefused_withTheTextKept() {
    String address = "198.51.100.77";
    for (int i = 0; i < SubmissionHandler.PER_MINUTE; i++) {
      assertEquals(201, send("", interest("Name " + i), address).status());
    }
    assertEquals(429, send("", interest("One more"), address).status());
    Client.Reply form =
        new Visitor(client(), "en")
            .postAs(
                "/submissions",
                List.of("X-Forwarded-For", address),
                List.of(
                    "sort",
                    "interest",
                    "need",
                    NEED,
                    "organisation",
                    "Kept Ltd",
                    "name",
                    "A",
                    "phone",
                    "+86 431 5550 1000"));
    assertEquals(429, form.status());
    assertTrue(form.text().contains("Kept Ltd"), form.text());
  }
}
