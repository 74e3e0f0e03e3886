package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Letters that are sent by mail.
class LetterMailTest extends LetterFixture {
  @RegisterExtension static final Served SERVED = Served.alone();

  LetterMailTest() {
    super(SERVED);
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
  void draft_isIntroduced_whenItsLetterIsSent() {
    Stamp stamp = new Stamp("Li", Instant.now());
    Introduction.Step first =
        new Introduction.Step(
            Introduction.Stage.DRAFTED, LocalDate.of(2026, 1, 2), null, "", stamp);
    Introduction draft =
        new Introduction(
            0,
            "",
            new EntryId("cn-wuhan"),
            null,
            Kind.FIRM,
            new EntryId("yutong"),
            stamp,
            List.of(first));
    String id = SERVED.cohort().program.write(all -> all.introductions().add(draft)).id();
    String address = INTRODUCTIONS + "/" + id;
    assertEquals("drafted", json(address).get("stage").stringValue());
    String all = ", \"confirm\": [\"lead\", \"incumbent\", \"excluded\", \"below_threshold\"]}";
    client.as(coordinator, "PUT", address + "/letter", "{" + TEXTS + all);
    assertEquals("drafted", json(address).get("stage").stringValue(), "a letter is not sent yet");
    String to = "{\"to\": \"a@example.org\", \"letter\": 1, \"mails\": 0}";
    Client.Reply sent = client.as(coordinator, "POST", address + "/mails", to);
    assertEquals(201, sent.status(), sent::text);
    assertEquals("introduced", json(address).get("stage").stringValue());
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
