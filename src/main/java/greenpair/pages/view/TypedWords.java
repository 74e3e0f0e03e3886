package greenpair.pages.view;

import java.util.Locale;

/// User input of fields, in words for display.
final class TypedWords {
  private TypedWords() {}

  static String of(PageText view, String field, String value) {
    if (EditPage.isCode(field)) {
      return view.taxonomy().concepts().stream()
          .filter(each -> each.code().value().equals(value))
          .map(each -> view.plain(each.label()))
          .findFirst()
          .orElse(value);
    }
    return switch (field) {
      case "stage" -> view.say("stage", "word", value.toUpperCase(Locale.ROOT));
      case "heating_network" -> view.say("heating", "word", value.toUpperCase(Locale.ROOT));
      case "building_zone" -> view.word("zone." + value, view.say("zone.iecc", "zone", value));
      case "koppen" ->
          view.say("koppen.class", "name", view.named("climate", value), "code", value);
      case "budget_currency", "size_currency" -> view.formats().currency(value);
      case "private" -> view.field(value);
      case "clients" -> view.named("client", value);
      case "population", "budget_min", "budget_max", "size_min", "size_max", "grid_factor" ->
          value.matches("[0-9.]+") ? view.formats().number(Double.parseDouble(value), 4) : value;
      default -> value;
    };
  }
}
