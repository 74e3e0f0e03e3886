package greenpair.registry.source.map;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.ValueFault;
import org.jspecify.annotations.Nullable;

/// Compares the unit or currency of a cell with that of the mapping or, where this states none, of
/// the field.
final class UnitCheck {
  /// What says nothing without its amount.
  static final Set<String> UNITS = Set.of("unit", "currency");

  /// A price of each, of which the amount is unknown.
  private static final Pattern PER =
      Pattern.compile(
          "(?i)/|每|(?<!\\p{L})(?:per|each|an?|p\\.?a|annual(?:ly)?|monthly|yearly)(?!\\p{L})");

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
          && words.pieces().getFirst() instanceof Template.Placeholder ref) {
        for (Item item : row.items(ref.name())) {
          boolean isNumber = ref.of(item) instanceof Number;
          checkBound(ref, item, row);
          Message broken = isNumber ? broken(object, each.getKey(), item.parts(), row) : null;
          if (broken != null) {
            throw fault(ref, item, broken, row);
          }
        }
      }
    }
  }

  /// Checks an amount within a text, which must say the unit or currency of the cell.
  ///
  /// @param pieces literals and references of the text
  static void check(List<Object> pieces, Template.Placeholder ref, Item item, Row row)
      throws ValueFault {
    if (item.parts().isEmpty()) {
      return; // As most texts are: spared the patterns.
    }
    checkBound(ref, item, row);
    boolean isPrice = PER.matcher(String.valueOf(item.parts().get("unit"))).find();
    Set<String> parts = isPrice ? Set.of("unit") : UNITS;
    List<String> said = said(isPrice ? "unit" : "currency", item.parts());
    if (!said.isEmpty() && pieces.stream().noneMatch(each -> says(each, ref.name(), parts, said))) {
      throw fault(ref, item, Message.of("row.text_unit", "value", ref.name()), row);
    }
  }

  private static void checkBound(Template.Placeholder ref, Item item, Row row) throws ValueFault {
    if (ref.part() == null && item.isBound()) {
      String part = item.parts().containsKey("min") ? "min" : "max";
      throw fault(ref, item, Message.of("row.bound", "value", ref.name(), "part", part), row);
    }
  }

  private static boolean says(Object piece, String name, Set<String> parts, List<String> said) {
    return piece instanceof Template.Placeholder other
        ? other.name().equals(name) && parts.contains(String.valueOf(other.part()))
        : said.stream()
            .map(each -> "(?<!\\p{Alpha})" + Pattern.quote(each) + "(?!\\p{Alpha})")
            .anyMatch(each -> Pattern.compile(each).matcher(piece.toString()).find());
  }

  private static ValueFault fault(Template.Placeholder ref, Item item, Message rule, Row row) {
    String cell = item.text() + " " + String.join(" ", said("unit", item.parts()));
    return row.fault(ref.name(), cell.strip(), rule);
  }

  /// The rule that an amount with these parts breaks in a field; null if there is none.
  private static @Nullable Message broken(
      Template.Fields object, String field, Map<String, Object> parts, Row row) throws ValueFault {
    String unit = String.valueOf(parts.getOrDefault("unit", ""));
    if (object.fields().containsKey("currency") && PER.matcher(unit).find()) {
      return Message.of("row.price");
    }
    for (String key : UNITS) {
      Template stated = object.fields().get(key);
      if (stated != null && Template.isFixed(stated)) {
        List<String> said = said(key, parts);
        Object own = stated.fill(row);
        List<?> all =
            own instanceof Map<?, ?> texts ? List.copyOf(texts.values()) : List.of(own + "");
        if (!said.isEmpty()
            && all.stream().noneMatch(each -> said.contains(bare(each.toString())))) {
          return Message.of("row.other_unit", "unit", all.getFirst());
        }
      }
    }
    if (unit.isEmpty() && !parts.containsKey(Numbers.MONEY)) {
      return null; // As most cells are: spared the patterns.
    }
    String bare = bare(unit).replaceAll("[\\s\\p{Z}]", "").replace('₂', '2');
    List<String> own = OWN.getOrDefault(field, OWN.getOrDefault(object.name(), NONE));
    boolean isOwn =
        !parts.containsKey(Numbers.MONEY) && (bare.isEmpty() || bare.matches(own.getLast()));
    boolean isHeld = !Collections.disjoint(object.fields().keySet(), UNITS);
    Message rule =
        own.equals(NONE)
            ? Message.of("row.no_unit")
            : bare.matches("(?i)tons?.*")
                ? Message.of("row.tons")
                : Message.of("row.own_unit", "unit", own.getFirst());
    return isOwn || isHeld ? null : rule;
  }

  /// What a cell says of its unit, with all words behind it, or which currencies it can be of;
  /// money is not in another unit, and the other way round. Empty if it says nothing.
  private static List<String> said(String key, Map<String, Object> parts) {
    String money = String.valueOf(parts.getOrDefault(Numbers.MONEY, ""));
    String unit = bare(String.valueOf(parts.getOrDefault("unit", "")));
    boolean isMoney = !money.isEmpty() && (unit.isEmpty() || key.equals("currency"));
    return (isMoney ? Stream.of((money + " " + unit).split(" ")) : Stream.of(unit))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /// Without a hyphen before it, brackets around it, or a year behind it.
  private static String bare(String unit) {
    return unit.replaceAll("\\([0-9]{4}\\)", "").replaceAll("^[\\s\\p{Z}(-]+|[\\s\\p{Z})]+$", "");
  }
}
