package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Letters of introductions, in the API and on the pages.
class LettersTest extends LetterFixture {
  @RegisterExtension static final Served SERVED = Served.alone();

  LettersTest() {
    super(SERVED);
  }

  @Test
  void draft_namesReasonCasesSourceAndContacts_inBothLanguages_butNotTheTask() {
    String address = introduced("recommendations");
    String task = "{\"responsible\": \"Wu Min\", \"due\": \"2027-04-15\", \"action\": \"Ask Xu\"}";
    assertEquals(200, client.as(coordinator, "PUT", address + "/task", task).status());
    JsonNode made = json(address);
    JsonNode answer =
        json(
            "/api/v1/needs/"
                + made.get("need").stringValue()
                + "/recommendations?kind=firm&limit=100");
    JsonNode best = null;
    for (JsonNode each : answer.get("recommendations")) {
      best = each.get("id").equals(made.get("partner")) ? each : best;
    }
    JsonNode letter = json(address + "/letter");
    assertEquals(0, letter.get("number").intValue());
    assertFalse(letter.get("ready").booleanValue());
    assertTrue(letter.get("warnings").isEmpty(), letter::toString);
    String english = letter.at("/body/en").stringValue();
    String chinese = letter.at("/body/zh").stringValue();
    JsonNode first = Objects.requireNonNull(best).at("/evidence/0");
    assertTrue(english.contains(first.at("/name/en").asString()), english);
    assertTrue(english.contains(first.at("/sources/0/source").asString()), english);
    assertTrue(chinese.contains(first.at("/sources/0/source").asString()), chinese);
    assertTrue(english.startsWith("Dear colleagues of ") && chinese.contains("此致\n敬礼"), english);
    // Greeting, one paragraph, regards, sender.
    assertEquals(4, english.split("\n\n").length, english);
    assertEquals(4, chinese.split("\n\n").length, chinese);
    // The task is the programme's own: a letter leaves the house.
    for (String own : List.of("Ask Xu", "Wu Min", "2027")) {
      assertFalse(letter.get("body").toString().contains(own), english);
    }
  }

  /// What went wrong does not speak for the firm, neither to it nor to the city.
  @Test
  void caseThatWentWrong_isNotCitedForTheFirm() {
    String body =
        "{'city': 'us-ca-losangeles', 'need': 'us-ca-losangeles-n1', 'kind': 'firm', 'partner':"
            + " 'blocpower'}";
    Client.Reply made = client.as(coordinator, "POST", INTRODUCTIONS, body.replace('\'', '"'));
    assertEquals(201, made.status(), made::text);
    String letter = json(made.header("Location") + "/letter").get("body").toString();
    assertTrue(letter.contains("BlocPower"), letter);
    assertFalse(letter.contains("leaves") || letter.contains("grade C"), letter);
    assertFalse(letter.contains("describes this case"), letter);
  }

  @ParameterizedTest
  @CsvSource({"incumbents, incumbent", "unproven, lead"})
  void warning_mustBeConfirmed(String list, String code) {
    String letter = introduced(list) + "/letter";
    JsonNode draft = json(letter);
    assertEquals(code, draft.at("/warnings/0/code").stringValue());
    String says = draft.at("/warnings/0/says/en").stringValue();
    assertFalse(draft.at("/body/en").stringValue().contains(says), draft::toString);
    Client.Reply refused = client.as(coordinator, "PUT", letter, "{" + TEXTS + "}");
    assertEquals(400, refused.status());
    assertEquals(List.of("confirm"), refused.faults());
    Client.Reply saved =
        client.as(coordinator, "PUT", letter, "{" + TEXTS + ", \"confirm\": [\"" + code + "\"]}");
    assertEquals(200, saved.status(), saved::text);
    assertTrue(saved.json().get("ready").booleanValue());
    assertTrue(json(letter).at("/warnings/0/confirmed").booleanValue());
    assertEquals(0, json(letter + "?draft=true").get("number").intValue());
  }

  private static final String PUMPS =
      "{\"entry\": {\"name\": {\"en\": \"Pumps\"}, \"city\": \"cn-jilin\", \"technologies\":"
          + " [\"BLD.HVC\"]}}";

  @Test
  void needThatExpired_isNotOpen_inTheLetter() {
    String need = "/api/v1/edits/need/pumps-1";
    assertEquals(201, client.as(coordinator, "PUT", need, PUMPS).status());
    Client.Reply made =
        client.as(
            coordinator,
            "POST",
            INTRODUCTIONS,
            "{\"city\": \"cn-jilin\", \"need\": \"pumps-1\", \"kind\": \"firm\", \"partner\":"
                + " \"byd\"}");
    assertEquals(201, made.status(), made::text);
    String letter = made.header("Location") + "/letter";
    assertFalse(json(letter).get("warnings").toString().contains("settled"));
    String expired = "{\"state\": \"expired\"}";
    assertEquals(
        200,
        client.as(coordinator, "POST", need + "/state", expired, "If-Match", "\"1\"").status());
    assertTrue(json(letter).get("warnings").toString().contains("\"settled\""));
    assertEquals(400, client.as(coordinator, "PUT", letter, "{" + TEXTS + "}").status());
  }

  @Test
  void saved_isVersioned_andWrittenDown() {
    String letter = introduced("recommendations") + "/letter";
    assertEquals(200, client.as(coordinator, "PUT", letter, "{" + TEXTS + "}").status());
    assertEquals(428, client.as(coordinator, "PUT", letter, "{" + TEXTS + "}").status());
    Client.Reply second =
        client.as(coordinator, "PUT", letter, "{" + TEXTS + "}", "If-Match", "\"1\"");
    assertEquals(2, second.json().get("number").intValue());
    Client.Reply stale =
        client.as(coordinator, "PUT", letter, "{" + TEXTS + "}", "If-Match", "\"1\"");
    assertEquals(412, stale.status());
    assertEquals("One\ntwo", json(letter).at("/body/en").stringValue());
    String audit =
        SERVED.cohort().program.read(all -> all.audit().list(null, Long.MAX_VALUE, 9).toString());
    assertTrue(audit.contains("letter.save"), audit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\": {\"en\": \"a\\nBcc: x@y.z\", \"zh\": \"b\"}, \"body\": {\"en\": \"c\","
            + " \"zh\": \"d\"}} | subject.en",
        "{\"subject\": {\"en\": \"a\"}, \"body\": {\"en\": \"c\", \"zh\": \" \"}} | body.zh"
            + " subject.zh",
        "{\"subject\": {\"en\": \"a\\uD800b\", \"zh\": \"b\"}, \"body\": {\"en\": \"c\","
            + " \"zh\": \"d\"}} | subject.en",
        "{\"subject\": {\"en\": \"a\\u202Eb\", \"zh\": \"b\u2066\"}, \"body\": {\"en\": \"c\","
            + " \"zh\": \"d\\u202E\"}} | body.zh subject.en subject.zh",
        "{\"confirm\": [\"all\"]} | body confirm[0] subject"
      })
  void badLetter_isRefusedWithAllItsFaults(String body, String faults) {
    String letter = introduced("recommendations") + "/letter";
    Client.Reply refused = client.as(coordinator, "PUT", letter, body);
    assertEquals(400, refused.status());
    assertEquals(List.of(faults.split(" ")), refused.faults().stream().sorted().toList());
    if (body.contains("u202E")) {
      String rule = refused.fields("rule").toString();
      assertTrue(rule.contains("that change the writing direction"), rule);
      assertFalse(refused.text().contains("leave it out"), "it is required: " + refused.text());
    }
  }

  @ParameterizedTest
  @CsvSource({"en, Saved, in the meantime", "zh, 已保存, 期间"})
  void page_isChangedPrintedAndMailed_andNothingTypedIsLost(
      String language, String saved, String meanwhile) {
    String id = introduced("recommendations").replaceFirst(".*/", "");
    Visitor visitor = SERVED.as(Role.COORDINATOR, language);
    String path = "/introductions/" + id;
    assertEquals(
        303, visitor.post(path + "/task", "responsible", "Zhao", "due", "2027-01-31").status());
    assertTrue(visitor.page(path).text().contains("Zhao"));
    assertEquals(400, visitor.post(path + "/task", "due", "tomorrow").status());
    Document page = visitor.page(path + "/letter");
    assertEquals(2, page.select("section.letter").size());
    String mail = page.select("a[href^=mailto:]").attr("href");
    assertTrue(mail.startsWith("mailto:?subject=") && mail.contains("%0D%0A"), mail);
    String[] form = {
      "number", "0", "subject.en", "<i>Hi", "subject.zh", "好", "body.en", "Text", "body.zh", "文"
    };
    assertEquals(303, visitor.post(path + "/letter", form).status());
    Document after = visitor.page(path + "/letter");
    assertTrue(after.text().contains(saved) && after.text().contains("<i>Hi"), after.text());
    Client.Reply stale = visitor.post(path + "/letter", form);
    assertEquals(412, stale.status());
    Document again = Jsoup.parse(stale.text());
    assertTrue(again.text().contains(meanwhile), again.text());
    assertEquals("1", again.select("input[name=number]").attr("value"));
    form[5] = "";
    form[1] = "1";
    Client.Reply faulty = visitor.post(path + "/letter", form);
    assertEquals(400, faulty.status());
    assertEquals("Text", Jsoup.parse(faulty.text()).select("textarea").getFirst().text());
  }
}
