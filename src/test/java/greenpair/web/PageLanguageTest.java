package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The language of a page and what the browser remembers.
class PageLanguageTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  @ParameterizedTest
  @CsvSource({
    "'',      '',             en",
    "zh,      '',             zh-Hans",
    "'',      'zh-CN,en;q=0.5', zh-Hans",
    "'',      'de,zh;q=0.3,en;q=0.2', zh-Hans",
    "'',      'de',           en",
    "'',      ';;;,q=x',      en",
    "'',      'zh;q=0',       en",
    "en,      'zh-CN',        en",
  })
  void language_byAddressThenBrowser(String lang, String accept, String expected) {
    String path = lang.isEmpty() ? "/cities" : "/cities?lang=" + lang;
    Client.Reply reply =
        accept.isEmpty()
            ? SERVED.client().get(path)
            : SERVED.client().get(path, "Accept-Language", accept);

    assertEquals(expected, Jsoup.parse(reply.text()).select("html").attr("lang"));
    assertEquals(expected, reply.header("Content-Language"));
  }

  @Test
  void languageAndCity_onceChosen_areRemembered() {
    String language = SERVED.browse("/cities?lang=zh").header("Set-Cookie");
    assertTrue(language.startsWith("lang=zh;"), language);
    assertTrue(language.contains("HttpOnly") && language.contains("SameSite=Lax"), language);
    assertEquals(
        "zh-Hans",
        Jsoup.parse(SERVED.client().get("/cities", "Cookie", "lang=zh").text())
            .select("html")
            .attr("lang"));

    Client.Reply chosen = SERVED.browse("/?q=&city=cn-jilin&near=");
    assertTrue(chosen.header("Set-Cookie").startsWith("city=cn-jilin;"));
    assertEquals(303, chosen.status());
    assertTrue(chosen.header("Location").endsWith("/cities/cn-jilin"), chosen.header("Location"));
    Document front = Jsoup.parse(SERVED.client().get("/", "Cookie", "city=cn-jilin").text());
    assertEquals("cn-jilin", front.select("#city option[selected]").val());
    assertEquals("", SERVED.browse("/?city=nowhere").header("Set-Cookie"), "no such city");
    assertEquals(
        "",
        Jsoup.parse(SERVED.client().get("/", "Cookie", "city=%0d%0aX; lang=\"").text())
            .select("#city option[selected]")
            .val());
  }

  @Test
  void languageSwitch_keepsTheView() {
    Document page = SERVED.page("/?q=heat+pump&kind=solution&lang=en");

    assertEquals("/?q=heat+pump&kind=solution&lang=zh", page.select("a.language").attr("href"));
  }
}
