package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A field that was made private in the API stays private when another field is changed by a form.
class EditedPrivateFieldsTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String SECRET = "0190 secret";
  private static final String ENTRY =
      """
      {"entry": {"name": {"en": "Invented", "zh": "虚构"}, "technologies": ["LGT.LED"],
         "contact_persons": [{"name": {"en": "0190 secret"}}],
         "restricted": {"contact_persons": "private"}}}\
      """;

  @Test
  void form_keepsPrivateWhatItDoesNotDecide() {
    String path = "/edits/firm/xx-private";
    Client client = SERVED.client();
    String office = SERVED.cohort().token("Li", Role.COORDINATOR);
    Client.Reply made = client.as(office, "PUT", "/api/v1" + path, ENTRY);
    assertEquals(201, made.status(), made::text);

    Client.Reply saved =
        SERVED.as(Role.COORDINATOR, "en").fill(path, "number=1&technology1=LGT.LED&stated=2026-05");
    assertEquals(303, saved.status(), saved::text);
    assertTrue(client.as(office, "GET", "/api/v1" + path, "").text().contains(SECRET));

    String reader = SERVED.cohort().token("Zhao", Role.READER);
    for (String each : List.of("", "/history")) {
      String read = client.as(reader, "GET", "/api/v1" + path + each, "").text();
      assertFalse(read.contains(SECRET), read);
    }
  }
}
