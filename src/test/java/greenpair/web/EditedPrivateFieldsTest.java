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

/// A field that was made private in the API stays private when another field is changed by a form.
class EditedPrivateFieldsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String SECRET = "0190 secret";

  private static String entry(String more) {
    return """
    {"entry": {"name": {"en": "Invented", "zh": "虚构"}, "technologies": ["LGT.LED"],%s
       "description": {"en": "0190 secret"}}, "private": ["description"]}\
    """
        .formatted(more);
  }

  @ParameterizedTest
  @CsvSource({"firm, ''", "need, '\"city\": \"cn-jilin\",'"})
  void form_keepsPrivateWhatItDoesNotDecide(String kind, String more) {
    String path = "/edits/" + kind + "/xx-private";
    Client client = SERVED.client();
    String office = SERVED.cohort().token("Li", Role.COORDINATOR);
    Client.Reply made = client.as(office, "PUT", "/api/v1" + path, entry(more));
    assertEquals(201, made.status(), made::text);

    Client.Reply saved =
        SERVED
            .as(Role.COORDINATOR, "en")
            .fill(
                path,
                "number=1&name_en=Renamed&technology1=LGT.LED&stated=2026-05&description_en="
                    + SECRET);
    assertEquals(303, saved.status(), saved::text);
    assertTrue(client.as(office, "GET", "/api/v1" + path, "").text().contains(SECRET));

    String reader = SERVED.cohort().token("Zhao", Role.READER);
    for (String each : List.of("", "/history")) {
      String read = client.as(reader, "GET", "/api/v1" + path + each, "").text();
      assertFalse(read.contains(SECRET), read);
    }
  }

  @Test
  void restrictions_cannotBeHidden_sinceTheyHideFieldsThemselves() {
    String office = SERVED.cohort().token("Li", Role.COORDINATOR);
    Client.Reply refused =
        SERVED
            .client()
            .as(
                office,
                "PUT",
                "/api/v1/edits/need/xx-hidden",
                """
                {"entry": {"name": {"en": "Invented"}, "city": "cn-jilin",
                   "technologies": ["LGT.LED"], "budget": {"max": 5, "currency": "CNY"},
                   "restricted": {"budget": "programme"}}, "private": ["restricted"]}\
                """);
    assertEquals(400, refused.status(), refused::text);
    assertEquals(List.of("private"), refused.faults());
  }
}
