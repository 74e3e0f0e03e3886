package greenpair.registry.source.map;

import greenpair.message.Message;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.ValueFault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares the unit or currency of a cell with that of the mapping or, where this states none, of
/// the field.
final class UnitCheck {
  /// What says nothing without its amount.
  static final Set<String> UNITS = Set.of("unit", "currency");

  /// A price of each, of which the amount is unknown.
  private static final Pattern PER =
      Pattern.compile("(?i)/|每|(?<!\\p{L})(?:per|each|an?|annually|monthly|yearly)(?!\\p{L})");

  private static final String GAS = "(?:CO2(?:-?eq?)?)?";
  private static final String DEGREES = "(?:°|º|deg(?:ree)?s?|度)?";

  private static final List<String> NONE = List.of("", "");

  /// The unit of a field or of the fields of an object, and how cells write it without spaces.
  private static final Map<String, List<String>> OWN =
      Map.of(
          "population", List.of("persons (人)", "(?i)persons?|people|inhabitants?|residents?|人"),
          "emissions",
              List.of(
                  "t CO2e",
                  "(?:t|(?i:tonnes?|metrictons?)|吨)" + GAS + "(?:(?:/|per)(?:yr|year|a|年))?"),
          "grid", List.of("kg/kWh", "kg" + GAS + "(?:/|per)kWh|t" + GAS + "/MWh|千克/千瓦时|吨/兆瓦时"),
          "lat", List.of("°N", DEGREES + "(?:N|North|north)?"),
          "lon", List.of("°E", DEGREES + "(?:E|East|east)?"),
          "share", List.of("%", "%|percent"),
          "years", List.of("years (年)", "(?i)years?|yrs?|年"),
          "days", List.of("days (天)", "(?i)days?|天|日"),
          "year", NONE);

  private UnitCheck() {}

  static void check(Template.Fields object, Row row) throws ValueFault {
    for (Map.Entry<String, Template> each : object.fields().entrySet()) {
      if (each.getValue() instanceof Template.Words words
          && words.pieces().size() == 1
          && words.pieces().getFirst() instanceof Placeholder ref) {
        for (Item item : row.items(ref.name())) {
          boolean isNumber = ref.of(item) instanceof Number;
          Message broken = isNumber ? broken(object, each.getKey(), item.parts(), row) : null;
          if (broken != null) {
            String cell = item.text() + " " + said("unit", item.parts());
            throw new ValueFault(ref.name(), cell.strip(), broken);
          }
        }
      }
    }
  }

  /// The rule that an amount with these parts breaks in a field; null if there is none.
  private static @Nullable Message broken(
      Template.Fields object, String field, Map<String, Object> parts, Row row) throws ValueFault {
    String unit = String.valueOf(parts.getOrDefault("unit", ""));
    for (String key : UNITS) {
      Template stated = object.fields().get(key);
      if (stated != null && Template.isFixed(stated)) {
        String said = said(key, parts);
        Object own = stated.fill(row);
        List<?> all =
            own instanceof Map<?, ?> texts ? List.copyOf(texts.values()) : List.of(own + "");
        boolean isPrice = key.equals("currency") && PER.matcher(unit).find();
        if (isPrice
            || (!said.isEmpty()
                && all.stream().noneMatch(each -> (" " + said + " ").contains(" " + each + " ")))) {
          return Message.of("row.other_unit", "unit", all.getFirst());
        }
      }
    }
    if (unit.isEmpty() && !parts.containsKey(Numbers.MONEY)) {
      return null; // As most cells are: spared the patterns.
    }
    String bare = unit.replaceAll("[\\s\\p{Z}]|\\([0-9]{4}\\)|^\\(|\\)$", "").replace('₂', '2');
    List<String> own = OWN.getOrDefault(field, OWN.getOrDefault(object.name(), NONE));
    boolean isOwn =
        !parts.containsKey(Numbers.MONEY) && (bare.isEmpty() || bare.matches(own.getLast()));
    boolean isHeld = !Collections.disjoint(object.fields().keySet(), UNITS);
    Message rule =
        own.equals(NONE)
            ? Message.of("row.no_unit")
            : Message.of("row.own_unit", "unit", own.getFirst());
    return isOwn || isHeld ? null : rule;
  }

  /// What a cell says of its currency or unit; money is not in another unit, and the other way
  /// round. Empty if it says nothing.
  private static String said(String key, Map<String, Object> parts) {
    List<String> order =
        key.equals("unit") ? List.of(key, Numbers.MONEY) : List.of(Numbers.MONEY, "unit");
    Object other = parts.getOrDefault(order.getLast(), "");
    String said = String.valueOf(parts.getOrDefault(order.getFirst(), other));
    return said.startsWith("(") ? "" : said;
  }
}
