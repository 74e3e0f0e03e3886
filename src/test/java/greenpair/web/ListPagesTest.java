package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.program.access.Caller.Role;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of one's own, by the pages without script.
class ListPagesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  @ParameterizedTest
  @CsvSource({"en, must be one line of at most 100 characters", "zh, 须为一行文本，最多100个字符"})
  void longName_onThePage_isShownAgain_withItsRule(String language, String rule) {
    Visitor visitor = SERVED.as(Role.READER, language);
    String name = "x".repeat(300);
    Client.Reply reply = visitor.post("/lists", "name", name);
    assertEquals(400, reply.status());
    Document page = Jsoup.parse(reply.text());
    assertTrue(page.select("#field-name-fault").text().contains(rule), page.text());
    assertEquals(name, page.select("#field-name").attr("value"));
  }

  @Test
  void rightToLeftName_standsApartFromWhatIsAroundIt() {
    Visitor visitor = SERVED.as(Role.READER, "en");
    String name = "حافلات كهربائية";
    Client.Reply reply = visitor.post("/lists", "name", name);
    assertEquals(303, reply.status());
    Document page = visitor.page(reply.header("Location"));
    assertEquals(name, page.select("h1 bdi").text());
    assertEquals(name, visitor.page("/lists").select("th bdi").text());
  }

  @ParameterizedTest
  @CsvSource({"en, Add to a list, no longer", "zh, 加入清单, 已无"})
  void entry_ofAProfile_aHit_andANeed_isAdded_ordered_notedAndRemoved(
      String language, String act, String gone) {
    Visitor visitor = SERVED.as(Role.COORDINATOR, language);
    for (String path :
        List.of(
            "/partners/firm/byd",
            "/?kind=firm&q=byd",
            "/cities/cn-jilin?need=cn-jilin-n1",
            "/solutions/" + solution())) {
      String link = visitor.page(path).select("a[href^=/lists?]").attr("href");
      assertFalse(link.isEmpty(), path);
      assertTrue(visitor.page(link).select("h1").text().contains(act), link);
    }
    String back = "/partners/firm/byd";
    Client.Reply made =
        visitor.post("/lists", "name", "Ordered", "kind", "firm", "entry", "byd", "back", back);
    assertEquals(303, made.status(), made::text);
    Document page = visitor.page(made.header("Location"));
    assertEquals(back, page.select(".crumbs a").eachAttr("href").getLast());
    String path = made.header("Location").replaceFirst("\\?.*", "");
    String id = path.replaceFirst(".*/", "");
    String need = "cn-jilin-n1";
    visitor.post("/lists", "list", id, "kind", "need", "entry", need, "note", "Öl <b>");
    change(visitor, path, "up", "need:" + need, "");
    page = visitor.page(path);
    assertEquals("need-" + need, page.expectFirst(".kept > li").id());
    assertEquals("Öl <b>", page.select(".kept .said").text());
    change(visitor, path, "note", "need:" + need, "");
    assertTrue(visitor.page(path).select(".kept .said").isEmpty());
    change(visitor, path, "remove", "need:" + need, "");
    assertEquals(1, visitor.page(path).select(".kept > li").size());
    Document undone = visitor.page(path);
    String number = undone.select("form[action$=/undo] input[name=number]").attr("value");
    assertEquals(303, visitor.post(path + "/undo", "number", number).status());
    assertEquals(2, visitor.page(path).select(".kept > li").size());
    assertFalse(visitor.page(path).text().contains(gone));
    assertEquals(303, visitor.post(path + "/delete").status());
    assertTrue(visitor.page("/lists").select("form[action$=/undo]").size() > 0);
  }

  private static void change(Visitor visitor, String path, String what, String item, String note) {
    String number = visitor.page(path).expectFirst(".kept input[name=number]").attr("value");
    Client.Reply reply =
        visitor.post(path, "number", number, "do", what, "item", item, "note", note);
    assertEquals(303, reply.status(), reply::text);
  }

  private static String solution() {
    return SERVED.cohort().fixtures().stream()
        .filter(each -> each.kind() == Kind.SOLUTION)
        .map(each -> each.id().value())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"en, changed in another window", "zh, 其他窗口修改"})
  void form_ofAVersionThatIsNoLongerCurrent_isShownOnTheCurrentOne(String language, String says) {
    Visitor visitor = SERVED.as(Role.READER, language);
    String path = visitor.post("/lists", "name", "Two windows").header("Location");
    String[] rename = {"number", "1", "do", "rename", "name", "First"};
    assertEquals(303, visitor.post(path, rename).status());
    rename[5] = "Second";
    Client.Reply late = visitor.post(path, rename);
    assertEquals(412, late.status());
    assertTrue(late.text().contains(says), late.text());
    assertEquals("First", visitor.page(path).select("h1").text());
  }

  @Test
  void addressToComeBackTo_thatIsTooLong_orOfAnotherServer_isLeftOut() {
    Visitor visitor = SERVED.as(Role.READER, "en");
    for (String back : List.of("/?q=" + "x".repeat(3_000), "//evil.example/", "https://a.b/")) {
      String query = "/lists?kind=firm&entry=byd&back=" + Client.encode(back);
      assertEquals("/", visitor.page(query).select("main input[name=back]").attr("value"));
    }
  }
}
