package greenpair.web.pages;

import greenpair.web.pages.frame.PageForm;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A form that requests a plan, as the body of the same request to the API.
final class PlanForm {
  /// What a field of the cohort's form begins with; the country follows.
  private static final String PLACES = "places_";

  private PlanForm() {}

  static ObjectNode body(PageForm form) {
    ObjectNode body = form.body();
    ArrayNode sides = JsonMapper.shared().createArrayNode();
    for (String name : List.copyOf(body.propertyNames())) {
      if (name.startsWith(PLACES)) {
        String places = body.remove(name).asString("");
        if (!places.equals("0")) {
          sides.add(name.substring(PLACES.length()) + "=" + places);
        }
      }
    }
    if (!form.value("pin_start").isEmpty()) {
      String pair = form.value("pin_city") + "=" + form.value("pin_partner");
      var _ = body.putArray("pins").add(pair + "@" + form.value("pin_start"));
      body.remove(List.of("pin_city", "pin_partner", "pin_start"));
    }
    if (!sides.isEmpty()) {
      body.set("sides", sides);
    }
    return body;
  }
}
