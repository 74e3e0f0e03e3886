package greenpair.web.pages.edit;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Preferences;
import greenpair.message.Message;
import greenpair.web.http.Fault;
import greenpair.web.http.Faults;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.program.EditHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The fields of the form for a need, a city profile or the preferences of a partner, each with its
/// path in a line of the catalog format. What the form does not show stays in the line as it is.
final class EditForm {
  /// Technologies that the form has room for; further ones of the line are kept.
  private static final int TECHNOLOGIES = 4;

  private enum Type {
    TEXT,
    NUMBER,
    /// A number of a range of money.
    AMOUNT,
    /// A list, each of whose values is a value of the field.
    CHOICES,
    /// A list in one text, with separators.
    WORDS,
    /// A list, each of whose first values has a field of its own.
    CODES
  }

  private record Field(String name, String path, Type type) {
    Field(String name, String path) {
      this(name, path, Type.TEXT);
    }
  }

  private static final List<Field> BOTH =
      List.of(
          new Field("name_zh", "name.zh"),
          new Field("name_en", "name.en"),
          new Field("description_zh", "description.zh"),
          new Field("description_en", "description.en"));

  private static final List<Field> NEED =
      List.of(
          new Field("budget_min", "budget.min", Type.AMOUNT),
          new Field("budget_max", "budget.max", Type.AMOUNT),
          new Field("budget_currency", "budget.currency"),
          new Field("stage", "stage"),
          new Field("technology", "technologies", Type.CODES),
          new Field("instruments", "instruments", Type.CHOICES));

  private static final List<Field> CITY =
      List.of(
          new Field("population", "population.count", Type.NUMBER),
          new Field("population_year", "population.year", Type.NUMBER),
          new Field("koppen", "koppen"),
          new Field("building_zone", "building_zone"),
          new Field("heating_network", "heating_network"),
          new Field("grid_factor", "grid.factor", Type.NUMBER),
          new Field("grid_year", "grid.year", Type.NUMBER),
          new Field("target_zh", "target.text.zh"),
          new Field("target_en", "target.text.en"),
          new Field("target_year", "target.year", Type.NUMBER));

  private static final List<Field> PARTNER =
      List.of(
          new Field("stated", "preferences.stated"),
          new Field("size_min", "preferences.project_size.min", Type.AMOUNT),
          new Field("size_max", "preferences.project_size.max", Type.AMOUNT),
          new Field("size_currency", "preferences.project_size.currency"),
          new Field("capacity_cities", "preferences.capacity.cities", Type.NUMBER),
          new Field("capacity_projects", "preferences.capacity.projects", Type.NUMBER),
          new Field("technology", "preferences.technologies", Type.CODES),
          new Field("places", "preferences.places", Type.WORDS),
          new Field("clients", "preferences.clients", Type.CHOICES));

  /// Groups with the fields without all of which there is nothing of the group.
  private static final Map<String, List<String>> SUBSTANCE =
      Map.of(
          "budget", List.of("min", "max"),
          "preferences.project_size", List.of("min", "max"),
          "population", List.of("count", "year"),
          "target", List.of("text", "year"));

  /// Begins the path of a field in the body.
  private static final String ENTRY = "entry.";

  private EditForm() {}

  private static List<Field> fields(Kind kind) {
    return kind.isOrganisation()
        ? PARTNER
        : Stream.of(BOTH, kind == Kind.NEED ? NEED : CITY).flatMap(List::stream).toList();
  }

  /// The field that the form can make private.
  private static String confidential(Kind kind) {
    return kind.isOrganisation() ? Preferences.FIELD : "budget";
  }

  static Map<String, List<String>> typed(Kind kind, JsonNode line) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    for (Field field : fields(kind)) {
      List<String> values = values(line.at(pointer(field.path())));
      switch (field.type()) {
        case CODES -> {
          for (int at = 0; at < Math.min(TECHNOLOGIES, values.size()); at++) {
            typed.put(field.name() + (at + 1), List.of(values.get(at)));
          }
        }
        case WORDS -> typed.put(field.name(), List.of(String.join(", ", values)));
        default -> typed.put(field.name(), values);
      }
    }
    typed.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
    if (line.has(confidential(kind)) && EditHandler.hidden(line).contains(confidential(kind))) {
      typed.put("private", List.of(confidential(kind)));
    }
    return typed;
  }

  private static List<String> values(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(EditForm::shown).toList()
        : node.isMissingNode() ? List.of() : List.of(shown(node));
  }

  private static String shown(JsonNode value) {
    return value.isNumber()
        ? new BigDecimal(value.asString("")).stripTrailingZeros().toPlainString()
        : value.asString("");
  }

  /// The line with the input. What the format does not refuse is added to the faults, by path.
  static ObjectNode line(Kind kind, ObjectNode base, PageForm form, Faults faults) {
    ObjectNode line = base.deepCopy();
    for (Field field : fields(kind)) {
      String word = form.value(field.name());
      switch (field.type()) {
        case TEXT -> set(line, field.path(), word.isEmpty() ? null : StringNode.valueOf(word));
        case NUMBER, AMOUNT ->
            set(line, field.path(), word.isEmpty() ? null : number(field, word, faults));
        case CHOICES -> set(line, field.path(), list(form.values(field.name())));
        case WORDS -> set(line, field.path(), list(List.of(word.split("[,，、;；\\s]+"))));
        case CODES -> {
          List<String> codes = new ArrayList<>(codes(form));
          values(line.at(pointer(field.path()))).stream().skip(TECHNOLOGIES).forEach(codes::add);
          set(line, field.path(), list(codes));
        }
      }
    }
    SUBSTANCE.forEach(
        (group, fields) -> {
          if (fields.stream().noneMatch(line.at(pointer(group))::has)) {
            remove(line, group);
          }
        });
    if (kind == Kind.NEED && codes(form).isEmpty()) {
      Message rule = Message.of("check.required");
      faults.add(ENTRY + "technologies", null, rule, Message.of("next.add"));
    }
    unverified(base, line);
    return line;
  }

  private static List<String> codes(PageForm form) {
    return Stream.iterate(1, number -> number <= TECHNOLOGIES, number -> number + 1)
        .map(number -> form.value("technology" + number))
        .filter(code -> !code.isEmpty())
        .toList();
  }

  private static JsonPointer pointer(String path) {
    return JsonPointer.compile("/" + path.replace('.', '/'));
  }

  private static void set(ObjectNode line, String path, @Nullable JsonNode value) {
    JsonPointer pointer = pointer(path);
    if (value == null || (value.isArray() && value.isEmpty())) {
      remove(line, path);
    } else {
      line.withObject(pointer.head()).set(pointer.last().getMatchingProperty(), value);
    }
  }

  private static ArrayNode list(Collection<String> values) {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    values.stream().filter(each -> !each.isEmpty()).distinct().forEach(list::add);
    return list;
  }

  /// Removes a value, and each object that is empty without it.
  private static void remove(ObjectNode line, String path) {
    JsonPointer pointer = pointer(path);
    if (line.at(pointer.head()) instanceof ObjectNode parent) {
      parent.remove(pointer.last().getMatchingProperty());
      if (parent.isEmpty() && path.contains(".")) {
        remove(line, path.substring(0, path.lastIndexOf('.')));
      }
    }
  }

  /// Only the checkbox of the form decides whether the field is private; otherwise a restriction of
  /// the catalog would remain whatever the form states. What is restricted to the programme stays
  /// so.
  static void restrict(Kind kind, ObjectNode line, PageForm form) {
    String field = confidential(kind);
    boolean isPrivate = line.has(field) && form.values("private").contains(field);
    if (isPrivate) {
      set(line, EditHandler.RESTRICTED + "." + field, StringNode.valueOf("private"));
    } else if (!line.has(field) || EditHandler.hidden(line).contains(field)) {
      remove(line, EditHandler.RESTRICTED + "." + field);
    }
  }

  /// A number, or what was typed instead, which the format refuses.
  private static @Nullable JsonNode number(Field field, String word, Faults faults) {
    OptionalDouble read = TypedNumber.read(word);
    if (read.isEmpty() && field.type() == Type.AMOUNT) {
      Message rule = Message.of("edit.money");
      faults.add(ENTRY + field.path(), word, rule, Message.of("next.correct_or_leave_out"));
      return null;
    }
    double value = read.orElse(0.5);
    return read.isEmpty()
        ? StringNode.valueOf(word)
        : value == Math.rint(value) ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
  }

  /// The faults of an entry under the names of the fields of its form: of the field of that path,
  /// or else of the first field of that group.
  static List<Fault> named(Kind kind, List<Fault> faults) {
    return faults.stream().map(each -> named(name(kind, each.field()), each)).toList();
  }

  private static Fault named(String field, Fault fault) {
    return switch (fault.rule().key()) {
      case "check.required" -> Fault.of(field, null, fault.rule(), Message.of("next.add"));
      case "value.below" ->
          Fault.of(field, null, Message.of("edit.amount"), Message.of("next.fix_one"));
      default -> Fault.of(field, fault.value(), fault.rule(), fault.next());
    };
  }

  private static String name(Kind kind, String place) {
    String path = place.replaceFirst("^entry\\.", "");
    for (Field field : fields(kind)) {
      boolean isElement = path.startsWith(field.path() + "[");
      if (isElement || path.equals(field.path()) || field.path().startsWith(path + ".")) {
        int at = isElement ? Integer.parseInt(path.replaceAll(".*\\[|\\].*", "")) : 0;
        return field.type() == Type.CODES ? field.name() + (at + 1) : field.name();
      }
    }
    return place;
  }

  /// A value changed by hand no longer comes from the sources of the entry.
  private static void unverified(ObjectNode base, ObjectNode line) {
    Set<String> names = new LinkedHashSet<>(values(base.path("unverified")));
    if (base.has("provenance")) {
      line.propertyNames().stream()
          .filter(key -> !line.path(key).equals(base.path(key)))
          .forEach(names::add);
    }
    names.removeIf(each -> !line.has(each.split("\\.", 2)[0]));
    set(line, "unverified", list(names));
  }
}
