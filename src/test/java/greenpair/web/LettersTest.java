package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Role;
import greenpair.program.introduction.Introduction;
import java.time.LocalDate;
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
class LettersTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String INTRODUCTIONS = "/api/v1/introductions";
  private static final LocalDate LATE = LocalDate.of(2026, 1, 2);
  private static final String TEXTS =
      "\"subject\": {\"en\": \"Hello\", \"zh\": \"您好\"}, \"body\": {\"en\": \"One\\ntwo\", \"zh\":"
          + " \"一\"}";

  private final Client client = SERVED.client();
  private final String coordinator = SERVED.cohort().token("Li", Role.COORDINATOR);

  private JsonNode json(String path) {
    Client.Reply reply = client.as(coordinator, "GET", path, "");
    assertEquals(200, reply.status(), reply::text);
    return reply.json();
  }

  /// Introduces the first firm of a list of a need, and gives the address.
  private String introduced(String list) {
    JsonNode need = null;
    for (JsonNode city : json("/api/v1/cities?limit=20").get("cities")) {
      String id = city.get("id").stringValue();
      JsonNode answer = json("/api/v1/cities/" + id + "/recommendations?kind=firm");
      if (!answer.get(list).isEmpty()) {
        need = answer.get(list).get(0);
        break;
      }
    }
    String of = Objects.requireNonNull(need).get("need").stringValue();
    String body =
        "{\"city\": \"%s\", \"need\": \"%s\", \"kind\": \"firm\", \"partner\": \"%s\"}"
            .formatted(of.replaceFirst("-n[0-9]+$", ""), of, need.get("id").stringValue());
    Client.Reply made = client.as(coordinator, "POST", INTRODUCTIONS, body);
    assertEquals(201, made.status(), made::text);
    return made.header("Location");
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
    for (JsonNode each : Objects.requireNonNull(best).get("evidence")) {
      String name = each.at("/name/en").asString(each.at("/name/zh").asString(""));
      assertTrue(english.contains(name), english);
      assertTrue(english.contains(each.get("year").asString("")), english);
      assertTrue(english.contains(each.at("/sources/0/source").asString()), english);
      assertTrue(chinese.contains(each.at("/sources/0/source").asString()), chinese);
    }
    // The task is the programme's own: a letter leaves the house.
    for (String own : List.of("Ask Xu", "Wu Min", "2027")) {
      assertFalse(letter.get("body").toString().contains(own), english);
    }
    assertTrue(english.contains("\nContacts\n") && chinese.contains("\n联系方式\n"));
  }

  @ParameterizedTest
  @CsvSource({"incumbents, incumbent", "unproven, lead"})
  void warning_mustBeConfirmed(String list, String code) {
    String letter = introduced(list) + "/letter";
    JsonNode draft = json(letter);
    assertEquals(code, draft.at("/warnings/0/code").stringValue());
    String says = draft.at("/warnings/0/says/en").stringValue();
    assertTrue(draft.at("/body/en").stringValue().contains(says), draft::toString);
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
  void formOfAnIntroduction_showsWhatSpeaksAgainstIt() {
    JsonNode made = json(introduced("incumbents"));
    Visitor visitor = SERVED.as(Role.COORDINATOR, "en");
    String form =
        "/introductions?kind=firm&city=%s&need=%s&partner="
            .formatted(made.get("city").stringValue(), made.get("need").stringValue());
    String page = visitor.page(form + made.get("partner").stringValue()).text();
    assertTrue(page.contains("already works in the city"), page);
    assertTrue(
        visitor.page(form + "nobody").text().contains("partner is no longer in the catalog"));
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
        "{\"confirm\": [\"all\"]} | body confirm[0] subject"
      })
  void badLetter_isRefusedWithAllItsFaults(String body, String faults) {
    String letter = introduced("recommendations") + "/letter";
    Client.Reply refused = client.as(coordinator, "PUT", letter, body);
    assertEquals(400, refused.status());
    assertEquals(List.of(faults.split(" ")), refused.faults().stream().sorted().toList());
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

  @Test
  void stages_areCountedWithSums_andAWrongStepIsWithdrawn() {
    String address = introduced("recommendations");
    String step = "{\"stage\": \"contract\", \"amount\": 7000000, \"currency\": \"XTS\"}";
    JsonNode signed = client.as(coordinator, "POST", address + "/steps", step).json();
    assertEquals("contract", signed.get("stage").stringValue());
    JsonNode contract = json("/api/v1/board").at("/items/3");
    assertEquals(7_000_000, contract.at("/amounts/XTS").intValue());
    assertTrue(
        client.as(coordinator, "GET", "/api/v1/board?format=csv", "").text().contains("XTS"));
    String wrong = address + "/steps/" + signed.at("/steps/1/number") + "/withdraw";
    assertEquals(400, client.as(coordinator, "POST", wrong, "{}").status());
    JsonNode back = client.as(coordinator, "POST", wrong, "{\"reason\": \"typo\"}").json();
    assertEquals("introduced", back.get("stage").stringValue());
    assertEquals("typo", back.at("/withdrawn/0/withdrawn/reason").stringValue());
    assertTrue(json("/api/v1/board").at("/items/3/amounts/XTS").isMissingNode());
    String due = "{\"responsible\": \"Wu\", \"due\": \"2026-01-02\"}";
    assertTrue(
        client.as(coordinator, "PUT", address + "/task", due).json().get("overdue").asBoolean());
    String late = client.as(coordinator, "GET", "/api/v1/introductions?overdue=true", "").text();
    assertTrue(late.contains(address.replaceFirst(".*/", "")), late);
    Document board = SERVED.as(Role.READER, "en").page("/board");
    assertEquals(
        json("/api/v1/board").at("/items/0/introductions").toString(),
        board.select("#stage-INTRODUCED .count").text());
    assertFalse(board.select("section[aria-labelledby=overdue] .late").isEmpty());
    String first = address + "/steps/" + back.at("/steps/0/number") + "/withdraw";
    JsonNode gone = client.as(coordinator, "POST", first, "{\"reason\": \"wrong firm\"}").json();
    assertTrue(gone.path("stage").isMissingNode(), gone::toString);
    Client.Reply again = client.as(coordinator, "POST", first, "{\"reason\": \"wrong firm\"}");
    assertEquals(412, again.status(), again::text);
    String audit =
        SERVED.cohort().program.read(all -> all.audit().list(null, Long.MAX_VALUE, 9).toString());
    assertEquals(2, audit.split("introduction.withdraw", -1).length - 1, audit);
    assertEquals(
        404,
        client
            .as(coordinator, "POST", address + "/steps/0/withdraw", "{\"reason\": \"x\"}")
            .status());
    assertFalse(
        SERVED
            .as(Role.READER, "zh")
            .page("/programme")
            .html()
            .contains(address.replaceFirst(".*/", "")));
    assertTrue(
        SERVED
            .as(Role.READER, "en")
            .page(address.replace("/api/v1", ""))
            .text()
            .contains("This introduction was withdrawn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"stage\": \"met\", \"amount\": 5, \"currency\": \"CNY\"} | amount",
        "{\"stage\": \"pilot\", \"amount\": -5, \"currency\": \"yuan\"} | amount currency",
        "{\"stage\": \"pilot\", \"amount\": 5} | currency"
      })
  void badAmount_isRefused(String body, String faults) {
    String steps = introduced("recommendations") + "/steps";
    Client.Reply refused = client.as(coordinator, "POST", steps, body);
    assertEquals(400, refused.status());
    assertEquals(List.of(faults.split(" ")), refused.faults().stream().sorted().toList());
  }

  @Test
  void formOfAStep_takesAnAmount() {
    String path = introduced("recommendations").replace("/api/v1", "");
    Visitor visitor = SERVED.as(Role.COORDINATOR, "en");
    assertEquals(
        303, visitor.post(path, "stage", "pilot", "amount", "4000", "currency", "USD").status());
    assertTrue(visitor.page(path).text().contains("USD 4,000"));
    assertEquals(400, visitor.post(path, "stage", "pilot", "amount", "many").status());
  }

  @Test
  void board_countsAllThatIsOverdue_notOnlyThoseThatItShows() {
    String made = json(introduced("recommendations")).toString();
    var first = SERVED.client().as(coordinator, "GET", INTRODUCTIONS + "?limit=1", "").json();
    assertTrue(made.contains(first.at("/items/0/id").stringValue()));
    var pair =
        SERVED
            .cohort()
            .program
            .read(
                all ->
                    all.introductions().find(first.at("/items/0/id").stringValue()).orElseThrow());
    SERVED
        .cohort()
        .program
        .write(
            all -> {
              for (int at = 0; at < 55; at++) {
                String id = all.introductions().add(pair).id();
                var _ =
                    all.introductions()
                        .assign(id, new Introduction.Task("Xu", LATE, "", pair.made()));
              }
              return 0;
            });
    int overdue = 0;
    for (JsonNode each : json("/api/v1/board").get("items")) {
      overdue += each.get("overdue").intValue();
    }
    assertTrue(overdue >= 55, "all are counted");
    Document board = SERVED.as(Role.READER, "en").page("/board");
    assertEquals(Integer.toString(overdue), board.select("#overdue .count").text());
  }

  @Test
  void letter_isNotSentTwice_byTwoWhoSendAtOnce() {
    String address = introduced("recommendations");
    String mails = address + "/mails";
    client.as(coordinator, "PUT", address + "/letter", "{" + TEXTS + "}");
    Client.Reply blind = client.as(coordinator, "POST", mails, "{\"to\": \"a@example.org\"}");
    assertEquals(400, blind.status());
    assertEquals(List.of("letter", "mails"), blind.faults().stream().sorted().toList());
    String path = address.replace("/api/v1", "");
    Visitor one = SERVED.as(Role.COORDINATOR, "en");
    Visitor other = SERVED.as(Role.COORDINATOR, "zh");
    String[] form = {"to", "a@example.org", "letter", "1", "mails", "0"};
    assertEquals(303, one.post(path + "/mails", form).status());
    Client.Reply second = other.post(path + "/mails", form);
    assertEquals(412, second.status());
    Document told = Jsoup.parse(second.text());
    assertTrue(told.text().contains("未执行"), told.text());
    assertEquals("a@example.org", told.select("input[name=to]").attr("value"));
    assertEquals("1", told.select("input[name=mails]").attr("value"));
    // A letter that was changed since is not the one that the sender read.
    client.as(coordinator, "PUT", address + "/letter", "{" + TEXTS + "}", "If-Match", "\"1\"");
    form[5] = "1";
    assertEquals(412, other.post(path + "/mails", form).status());
    form[3] = "2";
    assertEquals(303, other.post(path + "/mails", form).status());
    assertEquals(2, json(mails).get("items").size());
  }

  @Test
  void mail_isForASavedLetterAndOneAddress_andWaitsForTheServer() {
    String address = introduced("recommendations");
    String mails = address + "/mails";
    String to = "{\"to\": \"office@example.org\", \"letter\": 1, \"mails\": 0}";
    assertEquals(400, client.as(coordinator, "POST", mails, to).status(), "it is not saved");
    client.as(coordinator, "PUT", address + "/letter", "{" + TEXTS + "}");
    String broken =
        "{\"to\": \"a@example.org\\r\\nBcc: b@example.org\", \"letter\": 1, \"mails\": 0}";
    Client.Reply refused = client.as(coordinator, "POST", mails, broken);
    assertEquals(List.of("to"), refused.faults());
    assertTrue(refused.text().contains("line breaks"), refused::text);
    String other = SERVED.cohort().token("Wu", Role.CITY, "cn-guiyang");
    assertEquals(403, client.as(other, "POST", mails, to).status());
    Client.Reply made = client.as(coordinator, "POST", mails, to);
    assertEquals(201, made.status(), made::text);
    assertEquals("Hello / 您好", made.json().get("subject").stringValue());
    String path = address.replace("/api/v1", "") + "/letter";
    Visitor visitor = SERVED.as(Role.COORDINATOR, "zh");
    String form = visitor.page(path).select("form[action$=/mails]").attr("action");
    assertEquals(
        303,
        visitor
            .post(form, "to", "li@example.org", "texts", "zh", "letter", "1", "mails", "1")
            .status());
    assertEquals(400, visitor.post(form, "to", "li", "letter", "1", "mails", "2").status());
    Document page = visitor.page(path);
    assertTrue(page.text().contains("li@example.org"), page.text());
    JsonNode all = json(mails).get("items");
    assertEquals(2, all.size());
    assertTrue(all.toString().contains("li@example.org"), all::toString);
    // For other cities, users see that letters were sent, but not to whom.
    Client.Reply elsewhere = client.as(other, "GET", mails, "");
    assertEquals(2, elsewhere.json().get("items").size(), elsewhere::text);
    assertFalse(elsewhere.text().contains("li@example.org"), elsewhere::text);
  }

  @Test
  void staffOfACity_sendLimitedLettersADay_coordinatorsAnyNumber() {
    String address = introduced("recommendations");
    client.as(coordinator, "PUT", address + "/letter", "{" + TEXTS + "}");
    String city = json(address).get("city").stringValue();
    String staff = SERVED.cohort().token("Staff of the limit", Role.CITY, city);
    String namesake = SERVED.cohort().token("Staff of the limit", Role.CITY, city);
    String to = "{\"to\": \"office@example.org\", \"letter\": 1, \"mails\": %d}";
    String mails = address + "/mails";
    for (int i = 0; i < 30; i++) {
      assertEquals(201, client.as(staff, "POST", mails, to.formatted(i)).status(), "letter " + i);
    }
    Client.Reply refused = client.as(staff, "POST", mails, to.formatted(30));
    assertEquals(429, refused.status(), refused::text);
    assertTrue(refused.text().contains("30 letters in 24 hours"), refused::text);
    assertEquals(
        201,
        client.as(namesake, "POST", mails, to.formatted(30)).status(),
        "persons of the same name count apart");
    assertEquals(201, client.as(coordinator, "POST", mails, to.formatted(31)).status());
  }
}
