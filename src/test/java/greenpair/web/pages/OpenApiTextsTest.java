package greenpair.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.web.Served;
import greenpair.web.auth.Route;
import greenpair.web.input.JsonSchemas;
import greenpair.web.input.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The texts of the description of the API.
class OpenApiTextsTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static final Set<String> OTHERS = Set.of("description", "good", "problem");

  private static List<Route> described() {
    return SERVED.cohort().server.routes().stream().filter(Route::isDescribed).toList();
  }

  private static List<String> keys(Route route) {
    JsonSchemas schemas = new JsonSchemas(key -> "");
    List<String> keys = new ArrayList<>();
    OpenApi.parameters(route, schemas)
        .forEach(each -> keys.add(each.name().toLowerCase(Locale.ROOT)));
    keys.addAll(Rules.keys(route.reads()));
    return keys;
  }

  @Test
  void operation_ofEveryRoute_hasASummary_andADescriptionOfEachParameter() {
    Set<String> missing = new TreeSet<>();
    for (Route route : described()) {
      String summary = OpenApi.words(route.name());
      if (!OpenApi.TEXTS.containsKey(summary)) {
        missing.add(summary);
      }
      for (String key : keys(route)) {
        if (OpenApi.ofKey(route, key) == null) {
          missing.add("api.parameter." + key + "-" + route.name());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void text_ofTheDescription_describesSomething() {
    Set<String> used = new TreeSet<>(OTHERS);
    for (Route route : described()) {
      used.add(OpenApi.words(route.name()));
      for (String key : keys(route)) {
        Message about = OpenApi.ofKey(route, key);
        if (about != null) {
          used.add(about.key());
        }
      }
    }
    Set<String> idle = new TreeSet<>();
    Messages.of(Language.EN).keys().stream()
        .filter(key -> key.startsWith("api."))
        .forEach(idle::add);
    OpenApi.TEXTS.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("group."))
        .forEach(idle::add);
    idle.removeAll(used);
    assertEquals(Set.of(), idle);
  }
}
