package greenpair.web.pages.edit;

import greenpair.catalog.Kind;
import greenpair.catalog.Preferences;
import greenpair.catalog.Tier;
import greenpair.message.Message;
import greenpair.pages.view.EditPage;
import greenpair.web.http.Faults;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.program.EditHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of the form for a need, a city profile or the preferences of a partner, each with its
/// place in a line of the catalog format. What the form does not show stays in the line as it is.
final class EditForm {
  /// Technologies that the form has room for; further ones of the line are kept.
  static final int TECHNOLOGIES = 4;

  static final String CODES = "technologies";
  private static final String INSTRUMENTS = "instruments";
  private static final double MOST = 1e15;

  private enum Type {
    TEXT,
    WHOLE,
    NUMBER
  }

  private record Field(String name, String path, Type type, double min, double max) {
    static Field text(String name, String path) {
      return new Field(name, path, Type.TEXT, 0, 0);
    }
  }

  private static final List<Field> BOTH =
      List.of(
          Field.text("name_zh", "name.zh"),
          Field.text("name_en", "name.en"),
          Field.text("description_zh", "description.zh"),
          Field.text("description_en", "description.en"));

  private static final List<Field> NEED =
      List.of(
          new Field("budget_min", "budget.min", Type.NUMBER, 0, MOST),
          new Field("budget_max", "budget.max", Type.NUMBER, 0, MOST),
          Field.text("budget_currency", "budget.currency"),
          Field.text("stage", "stage"));

  private static final List<Field> CITY =
      List.of(
          new Field("population", "population.count", Type.WHOLE, 1, 1e9),
          new Field("population_year", "population.year", Type.WHOLE, 1800, 2200),
          Field.text("koppen", "koppen"),
          Field.text("building_zone", "building_zone"),
          Field.text("heating_network", "heating_network"),
          new Field("grid_factor", "grid.factor", Type.NUMBER, 0, 2),
          new Field("grid_year", "grid.year", Type.WHOLE, 1800, 2200),
          Field.text("target_zh", "target.text.zh"),
          Field.text("target_en", "target.text.en"),
          new Field("target_year", "target.year", Type.WHOLE, 1800, 2200));

  private static final List<Field> PARTNER =
      List.of(
          Field.text("stated", "preferences.stated"),
          new Field("size_min", "preferences.project_size.min", Type.NUMBER, 0, MOST),
          new Field("size_max", "preferences.project_size.max", Type.NUMBER, 0, MOST),
          Field.text("size_currency", "preferences.project_size.currency"),
          new Field("capacity_cities", "preferences.capacity.cities", Type.WHOLE, 1, 1e6),
          new Field("capacity_projects", "preferences.capacity.projects", Type.WHOLE, 1, 1e6));

  private EditForm() {}

  private static List<Field> fields(Kind kind) {
    if (kind.isOrganisation()) {
      return PARTNER;
    }
    List<Field> all = new ArrayList<>(BOTH);
    all.addAll(kind == Kind.NEED ? NEED : CITY);
    return all;
  }

  static Map<String, List<String>> typed(Kind kind, JsonNode line, Set<String> hidden) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    for (Field field : fields(kind)) {
      JsonNode value = line.at("/" + field.path().replace('.', '/'));
      if (!value.isMissingNode()) {
        typed.put(field.name(), List.of(shown(value)));
      }
    }
    if (kind.isOrganisation()) {
      PreferenceForm.typed(line, typed);
      if (hidden.contains(Preferences.FIELD)) {
        typed.put("private", List.of(Preferences.FIELD));
      }
      return typed;
    }
    typedCodes(line, typed);
    List<String> instruments = LineFields.texts(line.path(INSTRUMENTS));
    if (!instruments.isEmpty()) {
      typed.put(INSTRUMENTS, instruments);
    }
    if (hidden.contains("budget")) {
      typed.put("private", List.of("budget"));
    }
    return typed;
  }

  static void typedCodes(JsonNode owner, Map<String, List<String>> typed) {
    List<String> codes = LineFields.texts(owner.path(CODES));
    for (int at = 0; at < Math.min(TECHNOLOGIES, codes.size()); at++) {
      typed.put("technology" + (at + 1), List.of(codes.get(at)));
    }
  }

  private static String shown(JsonNode value) {
    return value.isNumber()
        ? new java.math.BigDecimal(value.asString("")).stripTrailingZeros().toPlainString()
        : value.asString("");
  }

  /// The line with the input; its errors are added to the faults, by field.
  static ObjectNode line(Kind kind, ObjectNode base, PageForm form, Faults faults) {
    ObjectNode line = base.deepCopy();
    for (Field field : fields(kind)) {
      String word = form.value(field.name());
      if (word.isEmpty()) {
        LineFields.remove(line, field.path());
      } else if (field.type() == Type.TEXT) {
        LineFields.parent(line, field.path()).put(LineFields.key(field.path()), word);
      } else {
        number(field, word, line, faults);
      }
    }
    if (!kind.isOrganisation()
        && form.value("name_zh").isEmpty()
        && form.value("name_en").isEmpty()) {
      required(faults, "name_zh", Message.of("what.name"));
    }
    if (kind == Kind.NEED) {
      need(line, form, faults);
    } else if (kind.isOrganisation()) {
      PreferenceForm.fill(line, form, faults);
    }
    if (line.path("target").path("text").isMissingNode()) {
      line.remove("target");
    }
    if (line.path("population").path("count").isMissingNode()) {
      line.remove("population");
    }
    unverified(base, line);
    return line;
  }

  /// Only the checkbox of the form decides whether the budget is private; otherwise a restriction
  /// of the catalog would remain whatever the form states. A budget restricted to the programme
  /// stays so.
  static void restrict(ObjectNode line, PageForm form) {
    if (line.get(EditHandler.RESTRICTED) instanceof ObjectNode restricted) {
      boolean isPrivate = form.values("private").contains("budget");
      boolean wasPrivate = EditHandler.restricted(line).get("budget") == Tier.PRIVATE;
      if (!line.has("budget") || (wasPrivate && !isPrivate)) {
        restricted.remove("budget");
      }
      if (restricted.isEmpty()) {
        line.remove(EditHandler.RESTRICTED);
      }
    }
  }

  private static void need(ObjectNode line, PageForm form, Faults faults) {
    if (chosen(form).isEmpty()) {
      required(faults, "technology1", Message.of("what.technology"));
    }
    LineFields.list(line, CODES, codes(line, form));
    LineFields.list(line, INSTRUMENTS, new LinkedHashSet<>(form.values(INSTRUMENTS)));
    amount(line, "budget", "budget", form, faults);
  }

  /// The chosen codes, and those of the list for which the form has no room.
  static Set<String> codes(ObjectNode owner, PageForm form) {
    Set<String> codes = chosen(form);
    LineFields.texts(owner.path(CODES)).stream().skip(TECHNOLOGIES).forEach(codes::add);
    return codes;
  }

  private static Set<String> chosen(PageForm form) {
    Set<String> codes = new LinkedHashSet<>();
    for (int at = 1; at <= TECHNOLOGIES; at++) {
      String code = form.value("technology" + at);
      if (!code.isEmpty()) {
        codes.add(code);
      }
    }
    return codes;
  }

  /// Checks a range of money: without an amount there is none.
  ///
  /// @param name what its fields in the form begin with
  static void amount(ObjectNode owner, String key, String name, PageForm form, Faults faults) {
    JsonNode range = owner.path(key);
    String currency = name + "_currency";
    if (!range.has("min") && !range.has("max")) {
      owner.remove(key);
    } else if (form.value(currency).isEmpty()) {
      required(faults, currency, Message.of("what.currency"));
    } else if (range.path("min").asDouble(0) > range.path("max").asDouble(MOST)) {
      faults.add(name + "_max", null, Message.of("edit.amount"), Message.of("next.fix_one"));
    }
  }

  static void required(Faults faults, String field, Message what) {
    faults.add(field, null, BodyFields.required(what), Message.of("next.add"));
  }

  private static void number(Field field, String word, ObjectNode line, Faults faults) {
    boolean isWhole = field.type() == Type.WHOLE;
    double value = TypedNumber.read(word).orElse(-1);
    if (value < field.min() || value > field.max() || (isWhole && value != Math.rint(value))) {
      if (field.max() == MOST) {
        Message rule = Message.of("edit.money");
        faults.add(field.name(), word, rule, Message.of("next.correct_or_leave_out"));
      } else {
        Message rule =
            isWhole
                ? ValueParser.wholeRule((long) field.min(), (long) field.max())
                : ValueParser.numberRule(field.min(), field.max());
        faults.add(field.name(), word, rule, ValueParser.stayInRange());
      }
      return;
    }
    ObjectNode parent = LineFields.parent(line, field.path());
    if (value == Math.rint(value)) {
      parent.put(LineFields.key(field.path()), (long) value);
    } else {
      parent.put(LineFields.key(field.path()), value);
    }
  }

  /// A value changed by hand no longer comes from the sources of the entry.
  private static void unverified(ObjectNode base, ObjectNode line) {
    Set<String> names = new LinkedHashSet<>(LineFields.texts(base.path("unverified")));
    boolean isNew = !base.has("provenance");
    for (String key : line.propertyNames()) {
      if (!isNew && !line.path(key).equals(base.path(key))) {
        names.add(key);
      }
    }
    names.removeIf(each -> !line.has(each.split("\\.", 2)[0]));
    LineFields.list(line, "unverified", names);
  }

  /// Where two states of one form differ.
  static List<EditPage.Change> changes(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .map(
            name ->
                new EditPage.Change(
                    name,
                    before.getOrDefault(name, List.of()),
                    after.getOrDefault(name, List.of())))
        .filter(each -> !each.before().equals(each.after()))
        .toList();
  }
}
