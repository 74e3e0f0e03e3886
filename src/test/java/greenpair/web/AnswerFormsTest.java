package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms of an answer: its language, its tag, its address without a version, and tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerFormsTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private Client client;
  private String token;

  @BeforeAll
  void signIn() {
    client = SERVED.client();
    token = SERVED.cohort().token("Li", Role.COORDINATOR);
  }

  private Client.Reply get(String path, String... headers) {
    return client.as(token, "GET", path, "", headers);
  }

  @Test
  void read_askedAgainWithItsTag_isNotSentAgain() {
    for (String path :
        List.of("/api/v1/cities", "/api/v1/cities", "/api/v1/edits", "/openapi.json")) {
      Client.Reply first = get(path);
      String tag = first.header("ETag");
      assertTrue(tag.startsWith("W/\""), path);
      Client.Reply again = get(path, "If-None-Match", "\"other\", " + tag);
      assertEquals(304, again.status(), path);
      assertEquals("", again.text());
      assertEquals(200, get(path, "If-None-Match", "\"other\"").status());
      assertEquals(200, get(path, "If-Match", tag).status());
      assertEquals(412, get(path, "If-Match", "\"other\"").status());
    }
    assertNotEquals(
        get("/api/v1/cities").header("ETag"), get("/api/v1/cities?format=csv").header("ETag"));
  }

  @Test
  void page_isHtmlWithoutATag_andNothingElseThatAHeaderDemands() {
    for (String accept :
        List.of("text/html", "text/*;q=0.1", "*/*", "application/xml, */*;q=0.1")) {
      assertEquals(200, client.get("/cities", "Accept", accept).status(), accept);
    }
    for (String accept : List.of("application/xml", "application/json", "text/html;q=0", "x")) {
      assertEquals(406, client.get("/cities", "Accept", accept).status(), accept);
      assertEquals(406, client.get("/needs", "Accept", accept).status(), accept);
    }
    assertEquals(412, client.get("/cities", "If-Match", "\"other\"").status());
    assertEquals(200, client.get("/cities", "If-Match", "*").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh-CN,zh;q=0.9,en;q=0.8 | zh
          en                      | en
          fr,en-GB;q=0.5          | en
          fr                      | en, zh
          *                       | en, zh
          zh;q=0,en               | en
          ;;;                     | en, zh
          """)
  void acceptLanguage_narrowsTextsUnlessTheAddressHasALanguage(String header, String language) {
    String path = "/cities/cn-jilin";
    Client.Reply versioned = get("/api/v1" + path, "Accept-Language", header);
    assertEquals(language, versioned.header("Content-Language"));
    assertTrue(versioned.header("Vary").contains("Accept-Language"));
    assertEquals(
        "en",
        get("/api/v1" + path + "?lang=en", "Accept-Language", header).header("Content-Language"));
  }
}
