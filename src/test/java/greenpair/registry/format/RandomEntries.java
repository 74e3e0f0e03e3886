package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Profile;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// Draws good entries of every kind from the types and rules of their components, with each
/// optional field there or not, and texts that need escapes.
public final class RandomEntries {
  /// The codes that the entries use.
  public static final Taxonomy TAXONOMY = Lines.TAXONOMY;

  private static final List<String> TEXTS =
      List.of(
          "plain", "\"quoted\" \\ back", "比亚迪", "🚌 bus", "line\nend\ttab", "--", "é\u00a0ü", "0");

  /// By the rule of a form.
  private static final Map<String, List<String>> FORMS =
      Map.ofEntries(
          Map.entry("value.address", List.of("https://example.org/?q=1", "http://a.cn")),
          Map.entry("value.country", List.of("CN", "US")),
          Map.entry("value.currency", List.of("USD", "CNY")),
          Map.entry("value.email", List.of("a@example.org")),
          Map.entry("value.identifier", List.of("wikidata:Q1", "lei:5493001KJTIIGC8Y1R12")),
          Map.entry("value.koppen", List.of("Dwa", "BS")),
          Map.entry("value.language", List.of("en", "zh", "zh-Hant", "es-US")),
          Map.entry("value.market", List.of("CN", "US-CA", "WORLD", "us-ca-lancaster")),
          Map.entry("value.name", List.of("diesel-bus")),
          Map.entry("value.phone", List.of("+86 432 12345")),
          Map.entry("value.preferred_place", List.of("CN", "US-CA")),
          Map.entry("value.zone", List.of("3B", "8", "cold")));

  private final Random random;
  private Kind kind = Kind.CITY;

  public RandomEntries(Random random) {
    this.random = random;
  }

  public Entry next() {
    kind = one(List.of(Kind.values()));
    return (Entry) made(Entry.type(kind));
  }

  /// Drawn again until its components fit together.
  private Object made(Class<?> type) {
    while (true) {
      try {
        Map<String, @Nullable Object> values = new HashMap<>();
        List<@Nullable Object> inOrder = new ArrayList<>();
        for (FieldTable.Field field : FieldTable.of(type)) {
          Object value =
              field.isGroup() || field.isRequired() || random.nextBoolean()
                  ? value(field, values)
                  : null;
          values.put(field.key(), value);
          inOrder.add(field.isGroup() || FieldTable.isKnown(value) ? value : null);
        }
        return FieldTable.make(type, inOrder);
      } catch (IllegalArgumentException e) {
        // They do not.
      }
    }
  }

  private @Nullable Object value(FieldTable.Field field, Map<String, @Nullable Object> before) {
    RecordComponent component = field.component();
    Class<?> type = component.getType();
    if (type == Map.class) {
      return tiers();
    } else if (type == Set.class) {
      return Set.copyOf(some(() -> one(List.of("name", "provenance.note", "technologies"))));
    } else if (type == Text.class && component.getDeclaringRecord() == Profile.class) {
      return name();
    } else if (field.key().equals("preferences") && !kind.isOrganisation()) {
      return null;
    } else if (type == List.class) {
      Class<?> element =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      List<Object> all = new ArrayList<>(some(() -> value(element, component, before)));
      if (field.isRequired() && all.isEmpty()) {
        all.add(value(element, component, before));
      }
      all.removeIf(
          each ->
              each instanceof Deployment.Party party
                  && !(before.get("firms") instanceof List<?> firms
                      && firms.contains(party.firm())));
      return all;
    }
    return value(type, component, before);
  }

  private Object value(
      Class<?> type, RecordComponent component, Map<String, @Nullable Object> before) {
    if (type == String.class) {
      return string(component, before);
    } else if (type == EntryId.class) {
      return id();
    } else if (type == Code.class) {
      Rule.Under root = component.getAnnotation(Rule.Under.class);
      return code(root == null ? "TRN" : root.value());
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return number(type, component, before);
    } else if (type == PartialDate.class) {
      boolean isPast = component.isAnnotationPresent(Rule.Past.class);
      return PartialDate.of(
          one(
              isPast
                  ? List.of("1800", "2024-02-29")
                  : List.of("1800", "2024", "2024-02", "2024-02-29", "2200-12-31")));
    } else if (type == LocalDate.class) {
      return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
    } else if (type == Grade.class
        && (before.get("status") == Deployment.Status.PLANNED
            || before.get("status") == Deployment.Status.APPROVED)) {
      return Grade.D;
    } else if (type.isEnum()) {
      return one(List.of(type.getEnumConstants()));
    } else if (type == Text.class) {
      return isUnit(component) ? text("t ", "吨") : text("", "");
    } else if (type == Place.class) {
      return place(before.get("country"));
    } else if (type == Entry.Key.class) {
      return new Entry.Key(one(Expert.PARTIES), id());
    } else if (type == Attributes.class) {
      Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
      for (Attribute each : Attribute.values()) {
        values.put(each, some(() -> one(TEXTS)));
      }
      return new Attributes(
          values, random.nextBoolean() ? (Attributes.Size) made(Attributes.Size.class) : null);
    }
    return made(type);
  }

  private String string(RecordComponent component, Map<String, @Nullable Object> before) {
    Rule.Form form = Rule.find(Rule.Form.class, component);
    Rule.OneOf words = component.getAnnotation(Rule.OneOf.class);
    if (component.isAnnotationPresent(Rule.Region.class)) {
      return before.get("country") + "-" + one(List.of("CA", "JL", "1"));
    } else if (form != null) {
      return one(Objects.requireNonNull(FORMS.get(form.rule()), form.rule()));
    } else if (words != null) {
      return one(List.of(words.value()));
    }
    boolean isField = component.getName().equals("fields");
    return isUnit(component)
        ? "t " + one(TEXTS)
        : isField
            ? one(
                List.of(kind.isOrganisation() ? "preferences" : "technologies", "name", "name.zh"))
            : (component.getName().equals("aliases") ? "Acme " : "") + one(TEXTS);
  }

  private static boolean isUnit(RecordComponent component) {
    Rule.Names names = component.getAnnotation(Rule.Names.class);
    return names != null && names.value() == Rule.Named.UNIT;
  }

  private Object number(
      Class<?> type, RecordComponent component, Map<String, @Nullable Object> before) {
    Rule.Range range = Objects.requireNonNull(Rule.find(Rule.Range.class, component));
    Rule.NotBelow floor = component.getAnnotation(Rule.NotBelow.class);
    Object least = floor == null ? null : before.get(floor.value());
    double min = least instanceof Number bound ? bound.doubleValue() : Math.max(range.min(), -1e9);
    double drawn =
        min
            + random.nextDouble()
                * ((component.isAnnotationPresent(Rule.Past.class)
                        ? 2020
                        : Math.min(range.max(), 1e9))
                    - min);
    double rounded = random.nextBoolean() ? drawn : Math.rint(drawn);
    if (type == int.class || type == Integer.class) {
      return (int) Math.rint(drawn);
    }
    return type == long.class
        ? (Object) (long) Math.rint(drawn)
        : (Object) (rounded < min || (range.isAbove() && rounded <= min) ? drawn : rounded);
  }

  private Map<String, Tier> tiers() {
    Map<String, Tier> tiers = new TreeMap<>();
    for (String field : Disclosure.fields(kind)) {
      if (random.nextInt(3) == 0) {
        tiers.put(field, random.nextBoolean() ? Tier.PROGRAMME : Tier.PRIVATE);
      }
    }
    return tiers;
  }

  private Place place(@Nullable Object country) {
    while (true) {
      Place place = new Place(random.nextDouble() * 180 - 90, random.nextInt(361) - 180);
      boolean isInside =
          country == null || LandCells.mayBeIn(country.toString(), place.lat(), place.lon());
      if (isInside && LandCells.isNear(place.lat(), place.lon())) {
        return place;
      }
    }
  }

  private EntryId id() {
    return new EntryId("a" + random.nextInt(9) + one(List.of("", "-b", "_c.d:e~f")));
  }

  private Code code(String root) {
    return one(
        TAXONOMY.concepts().stream()
            .map(Concept::code)
            .filter(code -> code.root().equals(root))
            .toList());
  }

  /// A name of more than signs and digits, on one line.
  private Text name() {
    Text text = text("Acme ", "远景");
    return new Text(
        text.en() == null ? null : text.en().replace('\n', ' '),
        text.zh() == null ? null : text.zh().replace('\n', ' '));
  }

  private Text text(String english, String chinese) {
    int which = random.nextInt(3);
    return new Text(
        which == 1 ? null : english + one(TEXTS), which == 0 ? null : chinese + one(TEXTS));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> all = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      all.add(value.get());
    }
    return all;
  }
}
