package greenpair.registry.source.map;

import module java.base;

import greenpair.config.LinedMap;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Limits;
import greenpair.registry.source.value.ValueFault;
import greenpair.text.Slug;
import org.jspecify.annotations.Nullable;

/// A JSON template with references to values. An object with only unknown references is left out,
/// so an unknown amount is removed together with its unit; a country stays without its city.
sealed interface Template {
  /// The JSON, or null if it is unknown.
  @Nullable Object fill(Row row) throws ValueFault;

  /// What it gives in a list.
  default List<Object> all(Row row) throws ValueFault {
    Object value = fill(row);
    return value == null ? List.of() : List.of(value);
  }

  record Fixed(Object value) implements Template {
    @Override
    public Object fill(Row row) {
      return value;
    }
  }

  /// Text between references; a lone reference keeps the type of its value.
  record Words(List<Object> pieces) implements Template {
    public Words {
      pieces = List.copyOf(pieces);
    }

    @Override
    public @Nullable Object fill(Row row) throws ValueFault {
      if (pieces.size() == 1 && pieces.getFirst() instanceof String text) {
        return text;
      }
      List<Object> all = all(row);
      return all.isEmpty() ? null : all.getFirst();
    }

    String text(Row row) throws ValueFault {
      Object value = fill(row);
      return value == null ? "" : Item.text(value);
    }

    /// All its texts, joined by commas.
    String texts(Row row) throws ValueFault {
      return String.join(", ", all(row).stream().map(Item::text).toList());
    }

    boolean isFixed() {
      return pieces.stream().noneMatch(Placeholder.class::isInstance);
    }

    /// One text for each item of the first reference that has many; the others give their first.
    @Override
    public List<Object> all(Row row) throws ValueFault {
      int count = 1;
      List<List<Item>> found = new ArrayList<>();
      for (Object piece : pieces) {
        List<Item> items = piece instanceof Placeholder ref ? row.items(ref.name()) : List.of();
        found.add(items);
        count = Math.max(count, items.size());
      }
      Set<Object> texts = new LinkedHashSet<>();
      for (int at = 0; at < count; at++) {
        Object text = join(found, at, row);
        if (text != null) {
          texts.add(text);
        }
      }
      return List.copyOf(texts);
    }

    private @Nullable Object join(List<List<Item>> found, int at, Row row) throws ValueFault {
      StringBuilder text = new StringBuilder();
      for (int piece = 0; piece < pieces.size(); piece++) {
        if (!(pieces.get(piece) instanceof Placeholder ref)) {
          text.append(pieces.get(piece));
          continue;
        }
        List<Item> items = found.get(piece);
        Item item = items.isEmpty() ? null : items.get(at < items.size() ? at : 0);
        Object value = item == null ? null : ref.of(item);
        if (item == null || value == null || pieces.size() == 1) {
          return value;
        }
        UnitCheck.check(pieces, ref, item, row);
        Limits.DEFAULT.checkText(text.append(Item.text(value)));
      }
      return text.toString();
    }
  }

  record Sequence(List<Template> elements) implements Template {
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public @Nullable Object fill(Row row) throws ValueFault {
      Set<Object> values = new LinkedHashSet<>();
      for (Template each : elements) {
        values.addAll(each.all(row));
      }
      return values.isEmpty() ? null : List.copyOf(values);
    }
  }

  /// An object of a list for each item of a value (`each`), in which the value is that item.
  record Each(String name, Fields fields) implements Template {
    @Override
    public @Nullable Object fill(Row row) throws ValueFault {
      List<Object> all = all(row);
      return all.isEmpty() ? null : all.getFirst();
    }

    @Override
    public List<Object> all(Row row) throws ValueFault {
      List<Object> objects = new ArrayList<>();
      for (Item item : row.items(name)) {
        Object object = fields.fill(row.choose(name, item));
        if (object != null) {
          objects.add(object);
        }
      }
      return objects;
    }
  }

  /// An object.
  ///
  /// @param name the field that holds it
  record Fields(String name, Map<String, Template> fields) implements Template {
    /// The field that says something without its neighbours.
    private static final String ALONE = "country";

    public Fields {
      fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public @Nullable Map<String, Object> fill(Row row) throws ValueFault {
      Map<String, Object> values = new LinkedHashMap<>();
      boolean known =
          fields.values().stream()
              .noneMatch(each -> each instanceof Words words && !words.isFixed());
      for (Map.Entry<String, Template> each : fields.entrySet()) {
        Object value = each.getValue().fill(row);
        if (value != null) {
          values.put(each.getKey(), value);
          boolean isUnit = UnitCheck.UNITS.contains(each.getKey());
          known |= each.getKey().equals(ALONE) || !(isUnit || isFixed(each.getValue()));
        }
      }
      UnitCheck.check(this, row);
      return known && !values.isEmpty() ? values : null;
    }
  }

  static boolean isFixed(Template template) {
    return switch (template) {
      case Fixed fixed -> true;
      case Words words -> words.isFixed();
      case Sequence sequence -> sequence.elements().stream().allMatch(Template::isFixed);
      case Each each -> false;
      case Fields fields -> fields.fields().values().stream().allMatch(Template::isFixed);
    };
  }

  /// Reads templates as mappings write them.
  ///
  /// @param values the parts of each value, by its name
  record Reader(Map<String, Set<String>> values, Problems problems) {
    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern FORM =
        Pattern.compile("([a-z][a-z0-9_]*)(?:\\.([a-z]+))?(?::([a-z]+))?");
    private static final Set<String> FORMS = Set.of("slug", "squash", "lower", "upper");

    /// @param where the place in the mapping, for messages
    Template read(String where, Object value) {
      return switch (value) {
        case String text -> words(where, text);
        case List<?> list -> {
          List<Template> elements = new ArrayList<>();
          for (Object each : list) {
            elements.add(
                element(where + "[" + elements.size() + "]", Objects.requireNonNull(each)));
          }
          yield new Sequence(elements);
        }
        case Map<?, ?> map -> fields(where, LinedMap.byName(map));
        default -> new Fixed(value);
      };
    }

    Fields fields(String where, Map<String, Object> map) {
      Map<String, Template> fields = new LinkedHashMap<>();
      map.forEach((key, each) -> fields.put(key, read(where + "." + key, each)));
      return new Fields(where.replaceAll(".*\\.|\\[.*", ""), fields);
    }

    private Template element(String where, Object value) {
      if (!(value instanceof Map<?, ?> map) || !map.containsKey("each")) {
        return read(where, value);
      }
      Map<String, Object> fields = LinedMap.byName(map);
      String name = String.valueOf(fields.remove("each"));
      if (!values.containsKey(name)) {
        refuse(where + ".each", Message.of("mapping.value"), name, values.keySet());
      }
      return new Each(name, fields(where, fields));
    }

    Words words(String where, String text) {
      List<Object> pieces = new ArrayList<>();
      Matcher found = REFERENCE.matcher(text);
      int end = 0;
      while (found.find()) {
        pieces.add(text.substring(end, found.start()));
        pieces.add(reference(where, found.group(1)));
        end = found.end();
      }
      pieces.add(text.substring(end));
      pieces.removeIf(""::equals);
      if (pieces.stream()
          .anyMatch(each -> each instanceof String words && words.matches("(?s).*[{}].*"))) {
        refuse(where, Message.of("mapping.braces"), text, Set.of());
      }
      return new Words(pieces);
    }

    private void refuse(String where, Message rule, String value, Set<String> words) {
      problems.refuse(where, rule, value, words, "");
    }

    private Placeholder reference(String where, String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches() || (form.group(3) != null && !FORMS.contains(form.group(3)))) {
        refuse(where, Message.of("mapping.form"), "{" + text + "}", Set.of());
        return new Placeholder("?", null, null);
      }
      String name = form.group(1);
      String part = form.group(2);
      Set<String> parts = values.get(name);
      if (parts == null) {
        refuse(where, Message.of("mapping.value"), name, values.keySet());
      } else if (part != null && !parts.contains(part)) {
        refuse(where, Message.of("mapping.part", "name", name), part, parts);
      }
      return new Placeholder(name, part, form.group(3));
    }
  }

  /// A reference to a value in a template: `{name}`, `{name.part}` or `{name:slug}`.
  ///
  /// @param form null, `slug`, `squash`, `lower` or `upper`
  record Placeholder(String name, @Nullable String part, @Nullable String form) {
    /// What the item gives for this reference; null if that part of it is unknown.
    @Nullable Object of(Item item) {
      Object value = part == null ? item.value() : item.parts().get(part);
      return value == null || form == null ? value : formed(Item.text(value), form);
    }

    static String formed(String text, String form) {
      return switch (form) {
        case "slug" -> Slug.of(text);
        case "squash" -> Slug.squash(text);
        case "lower" -> text.toLowerCase(Locale.ROOT);
        default -> text.toUpperCase(Locale.ROOT);
      };
    }
  }
}
