package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in and out on the pages, and what goes wrong with it.
class SignInTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static Visitor visitor(String language) {
    return new Visitor(SERVED.client(), language);
  }

  @ParameterizedTest
  @CsvSource({"en, coordinator, Sign out", "zh, 协调员, 退出"})
  void member_isShown_onEveryPage_untilSigningOut(String language, String role, String out) {
    Visitor visitor =
        visitor(language).signIn(SERVED.cohort().token("Wang Fang", Role.COORDINATOR));
    for (String path : List.of("/", "/cities/cn-jilin", "/cohort", "/registries", "/no-page")) {
      String shown = Jsoup.parse(visitor.get(path).text()).select(".member").text();
      assertTrue(shown.contains("Wang Fang") && shown.contains(role), path + ": " + shown);
    }
    assertEquals(out, visitor.page("/").select(".member button").text());
    assertEquals("private, no-cache", visitor.get("/cities").header("Cache-Control"));
    Client.Reply left = visitor.post("/sign-out", "back", "/cohort");
    assertEquals(303, left.status());
    assertTrue(left.header("Location").endsWith("/cohort"), left.header("Location"));
    assertTrue(visitor.page("/").select(".member form").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"en, must be a token that begins with gp_", "zh, 须为以gp_开头"})
  void badToken_isReported_besideTheField_andNotShownAgain(String language, String rule) {
    for (String token : List.of("", "gp_nonsense", "<script>alert(1)</script>")) {
      Client.Reply reply = visitor(language).post("/sign-in", "token", token, "back", "/cohort");
      assertEquals(token.isEmpty() ? 400 : 401, reply.status());
      Document page = Jsoup.parse(reply.text());
      assertTrue(page.select("#field-token-fault").text().contains(rule), page.text());
      assertEquals("", page.select("#field-token").attr("value"));
      assertEquals("/cohort", page.select("input[name=back]").attr("value"));
      assertTrue(page.select("main script").isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/cities/cn-jilin?need=cn-jilin-n1, /cities/cn-jilin?need=cn-jilin-n1",
    "/, /programme",
    "/sign-in, /programme"
  })
  void signingIn_leadsBack_orToTheProgramme(String from, String to) {
    Document page = SERVED.page(from);
    Document form = SERVED.page(page.select(".member a.signin").attr("href"));
    assertEquals(to, form.select("form[action=/sign-in] input[name=back]").val());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.test/", "https://evil.test/", "/\\evil.test", "javascript:alert(1)", "x"})
  void back_toAnotherHost_leadsToTheFrontPage(String back) {
    String token = SERVED.cohort().token("Co", Role.COORDINATOR);
    Client.Reply reply = visitor("en").post("/sign-in", "token", token, "back", back);
    assertEquals(303, reply.status());
    assertTrue(reply.header("Location").matches("(http://127.0.0.1:[0-9]+)?/"), reply::text);
  }

  @Test
  void form_withoutItsToken_isRefused_asAPage() {
    Visitor visitor = visitor("zh").signIn(SERVED.cohort().token("Co", Role.COORDINATOR));
    for (List<String> pairs : List.of(List.of("back", "/"), List.of("csrf", "0".repeat(64)))) {
      Client.Reply reply = visitor.postAs("/sign-out", List.of(), pairs);
      assertEquals(403, reply.status());
      assertTrue(reply.text().contains("表单已失效"), reply::text);
    }
    assertTrue(visitor.page("/").select(".member form").hasAttr("action"), "still signed in");
  }

  @Test
  void form_ofNobody_asksToSignIn_andSavesNothing() {
    Client.Reply reply = visitor("en").post("/sign-out", "back", "/cohort");
    assertEquals(401, reply.status());
    assertTrue(reply.text().contains("nothing was saved"), reply::text);
  }
}
