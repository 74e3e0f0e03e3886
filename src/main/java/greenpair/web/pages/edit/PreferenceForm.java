package greenpair.web.pages.edit;

import greenpair.catalog.Preferences;
import greenpair.catalog.Tier;
import greenpair.message.Message;
import greenpair.web.http.Faults;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.program.EditHandler;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The lists among the preferences of a partner in its form, and who may see the preferences.
final class PreferenceForm {
  private static final String FIELD = Preferences.FIELD;
  private static final String PLACES = "places";
  private static final String CLIENTS = "clients";

  private PreferenceForm() {}

  static void typed(JsonNode line, Map<String, List<String>> typed) {
    JsonNode stated = line.path(FIELD);
    EditForm.typedCodes(stated, typed);
    String places = String.join(", ", LineFields.texts(stated.path(PLACES)));
    if (!places.isEmpty()) {
      typed.put(PLACES, List.of(places));
    }
    List<String> clients = LineFields.texts(stated.path(CLIENTS));
    if (!clients.isEmpty()) {
      typed.put(CLIENTS, clients);
    }
  }

  static void fill(ObjectNode line, PageForm form, Faults faults) {
    ObjectNode stated = line.get(FIELD) instanceof ObjectNode given ? given : line.putObject(FIELD);
    LineFields.list(stated, EditForm.CODES, EditForm.codes(stated, form));
    LineFields.list(stated, PLACES, places(form.value(PLACES)));
    LineFields.list(stated, CLIENTS, new LinkedHashSet<>(form.values(CLIENTS)));
    EditForm.amount(stated, "project_size", "size", form, faults);
    if (stated.isEmpty()) {
      line.remove(FIELD);
    } else if (!stated.has("stated")) {
      EditForm.required(faults, "stated", Message.of("what.stated"));
    }
  }

  private static Set<String> places(String typed) {
    return Arrays.stream(typed.split("[,，、;；\\s]+"))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Only the checkbox of the form decides whether the preferences are private. Preferences
  /// restricted to the programme stay so.
  static void restrict(ObjectNode line, PageForm form) {
    boolean isPrivate = form.values("private").contains(FIELD) && line.has(FIELD);
    boolean isOfProgramme = EditHandler.restricted(line).get(FIELD) == Tier.PROGRAMME;
    if (isPrivate) {
      ObjectNode restricted =
          line.get(EditHandler.RESTRICTED) instanceof ObjectNode given
              ? given
              : line.putObject(EditHandler.RESTRICTED);
      restricted.put(FIELD, "private");
    } else if (!isOfProgramme || !line.has(FIELD)) {
      LineFields.remove(line, EditHandler.RESTRICTED + "." + FIELD);
    }
  }
}
