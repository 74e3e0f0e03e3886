package greenpair.pages.entry;

import greenpair.catalog.Preferences;
import greenpair.catalog.Text;
import greenpair.pages.view.PageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a partner has stated that it wants, by field.
final class PreferenceFacts {
  private PreferenceFacts() {}

  static Map<String, List<Text>> of(Preferences stated, PageText view) {
    Map<String, List<Text>> facts = new LinkedHashMap<>();
    put("technologies", stated.technologies().stream().map(view::label).toList(), facts);
    put("places", stated.places().stream().map(each -> place(each, view)).toList(), facts);
    if (stated.projectSize() != null) {
      put("project_size", List.of(same(view.formats().money(stated.projectSize()))), facts);
    }
    put(
        "clients",
        stated.clients().stream().map(each -> same(view.named("client", each))).toList(),
        facts);
    if (stated.capacity() != null) {
      put("capacity", capacity(stated.capacity(), view), facts);
    }
    put("stated", List.of(same(view.date(stated.stated()))), facts);
    return facts;
  }

  private static List<Text> capacity(Preferences.Capacity capacity, PageText view) {
    List<Text> values = new ArrayList<>();
    if (capacity.cities() != null) {
      values.add(same(view.say("capacity.cities", "n", capacity.cities())));
    }
    if (capacity.projects() != null) {
      values.add(same(view.say("capacity.projects", "n", capacity.projects())));
    }
    return values;
  }

  private static Text place(String code, PageText view) {
    String country = view.formats().country(code.substring(0, 2));
    return code.length() == 2
        ? same(country)
        : view.taxonomy()
            .region(code)
            .orElseGet(() -> same(view.say("seat", "city", code, "country", country)));
  }

  private static Text same(String words) {
    return new Text(words, words);
  }

  private static void put(String part, List<Text> values, Map<String, List<Text>> facts) {
    if (!values.isEmpty()) {
      facts.put(Preferences.FIELD + "." + part, values);
    }
  }
}
