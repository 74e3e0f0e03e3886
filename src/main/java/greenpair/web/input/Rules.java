package greenpair.web.input;

import module java.base;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.index.contract.Facet;

/// The rules of a component of a request, for the [Binder] and the description of the API. Bounds
/// are inclusive; rules and advice are keys of messages.
public final class Rules {
  /// A character of a text of one line.
  public static final String LINE = "[^\\p{Cc}\\p{Cs}\u2028\u2029" + Text.DIRECTION + "]";

  private Rules() {}

  public static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? FieldTable.key(component.getName()) : named.value();
  }

  public static Set<String> keys(Class<?> type) {
    Set<String> keys = new LinkedHashSet<>();
    for (RecordComponent each : type.getRecordComponents()) {
      if (isUnwrapped(each)) {
        keys.addAll(keys(each.getType()));
      } else if (each.getType() == Map.class) {
        Arrays.stream(Facet.values()).map(Facet::word).forEach(keys::add);
      } else {
        keys.add(key(each));
      }
    }
    return keys;
  }

  public static Map<String, Object> words(Class<?> type, AnnotatedElement rules) {
    Map<String, Object> words = new LinkedHashMap<>();
    if (rules.isAnnotationPresent(Searched.class)) {
      return new LinkedHashMap<>(Word.all(Kind.SEARCHED.toArray(Kind[]::new)));
    }
    Rule.OneOf some = rules.getAnnotation(Rule.OneOf.class);
    for (Object each : type.getEnumConstants()) {
      words.put(Word.of((Enum<?>) each), each);
    }
    if (some == null) {
      return words;
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    Arrays.stream(some.value()).forEach(word -> chosen.put(word, words.get(word)));
    return chosen;
  }

  public static Class<?> element(Type list) {
    return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  /// Whether the components of a component stand beside the others.
  public static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  /// Must be sent. The next step of a missing one has an example if there is one.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Required {
    /// Key of what it is, such as `what.person`; a choice lists its words without one.
    String value() default "";

    String example() default "";

    /// Key of the next step; `next.add` without one.
    String next() default "";
  }

  /// The value of one that is not sent, as it would be in a query.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Default {
    String value();
  }

  /// A text of one line, of at most 200 characters, all of which can be seen as they are.
  @Rule.Form(value = LINE + "{1,200}", rule = "check.line")
  @Rule.Most(200)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Line {}

  /// A kind that searches find.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Searched {}

  /// The id of an entry that there is.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Known {
    /// Its kinds, of which errors name the last.
    Kind[] value() default {};

    /// The component before it that holds its kind, which then is none of [#value].
    String kindIn() default "";

    /// The component before it that holds the city of which a need must be; none if empty.
    String cityIn() default "";

    /// Whether entries that users entered count too.
    boolean drafts() default false;
  }

  /// The case of a sealed type that is a text, which its one component reads; the others are
  /// objects.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface AsText {}

  /// An object in the catalog format, with the rules of the catalog.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface OfCatalog {}

  /// Which no two elements of a list have alike; of several, all together in any order.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Once {}

  /// An example of a value, for the description and for errors of its form.
  @Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Example {
    String value();
  }

  /// How people write a record in one word of a form or an option: an expression with one group for
  /// each component.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Notation {
    String value();

    /// Such as `PARTNER@CITY`.
    String example();
  }

  /// A list whose elements may contain spaces: one on each line of a form.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Lines {}
}
