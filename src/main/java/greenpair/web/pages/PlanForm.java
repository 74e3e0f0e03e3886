package greenpair.web.pages;

import greenpair.pages.view.Form;
import greenpair.web.http.Fault;
import greenpair.web.pages.frame.PageForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A form that requests a plan, as the body of the same request to the API.
final class PlanForm {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// What a field of the cohort's form begins with; the country follows.
  private static final String PLACES = "places_";

  private static final Set<String> LISTS =
      Set.of(
          "must",
          "must_not",
          "cities",
          "preferences",
          "capacities",
          "amounts",
          "pins",
          "vetoes",
          "days",
          "breaks",
          "arrivals",
          "departures",
          "rooms",
          "people",
          "languages",
          "online");

  /// Lists of names with spaces in them, one on a line.
  private static final Set<String> LINES = Set.of("interpreters", "cancelled");

  /// Fields of a form of which a pin is composed.
  private static final Set<String> PIN = Set.of("pin_city", "pin_partner", "pin_start");

  private static final Set<String> FLAGS = Set.of("prices", "by_merit");

  private static final Set<String> TEXTS = Set.of("title", "keep", "plan", "pairs");

  private PlanForm() {}

  static ObjectNode body(PageForm form) {
    ObjectNode body = MAPPER.createObjectNode();
    List<String> sides = new ArrayList<>();
    for (String name : form.typed().keySet()) {
      List<String> words =
          words(form.values(name), LINES.contains(name) ? "[\\n;；]+" : "[\\s,，、;；]+");
      if (words.isEmpty() || PageForm.FRAME.contains(name) || PIN.contains(name)) {
        continue;
      }
      String first = words.getFirst();
      if (name.startsWith(PLACES)) {
        sides.add(name.substring(PLACES.length()) + "=" + first);
      } else if (LISTS.contains(name) || LINES.contains(name)) {
        ArrayNode list = body.putArray(name);
        words.forEach(list::add);
      } else if (TEXTS.contains(name)) {
        body.put(name, form.value(name));
      } else if (FLAGS.contains(name)) {
        body.put(name, true);
      } else if (first.matches("-?[0-9]{1,9}")) {
        body.put(name, Integer.parseInt(first));
      } else if (first.matches("-?[0-9]{1,9}\\.[0-9]{1,9}")) {
        body.put(name, Double.parseDouble(first));
      } else {
        body.put(name, first); // The same fault as for a text in the API.
      }
    }
    if (!form.value("pin_start").isEmpty()) {
      body.putArray("pins")
          .add(
              "%s=%s@%s"
                  .formatted(
                      form.value("pin_city"), form.value("pin_partner"), form.value("pin_start")));
    }
    sides.removeIf(each -> each.endsWith("=0"));
    if (!sides.isEmpty()) {
      ArrayNode list = body.putArray("sides");
      sides.forEach(list::add);
    }
    return body;
  }

  /// The parts of values between separators.
  private static List<String> words(List<String> values, String between) {
    return values.stream()
        .flatMap(each -> Arrays.stream(each.split(between, -1)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /// The form to show again; a fault of one of a list is one of its field.
  static Form again(PageForm form, List<Fault> faults) {
    List<Form.Fault> shown =
        form.again(faults).faults().stream()
            .map(
                each -> new Form.Fault(each.field().replaceFirst("\\[[0-9]+\\]$", ""), each.says()))
            .toList();
    return new Form(form.typed(), shown);
  }
}
