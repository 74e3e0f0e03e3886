package greenpair.catalog.value;

import module java.base;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/// What a field of the catalog, of a request or of a configuration file may hold beyond what the
/// type of its component says. Bounds are inclusive. In the catalog, a component that may be null,
/// or is a list, may be left out; all others are required. The `rule` of an annotation is the key
/// of the text that says it to authors of entries.
public final class Rule {
  /// A bound that no real figure reaches; messages omit it. Integers up to here are exact as a
  /// double.
  public static final double OPEN = 1e15;

  /// An address of the Web, whose host has a dot.
  public static final String ADDRESS =
      "https?://(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}\\.?"
          + "(?::(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-5][0-9]{3}))?(?:[/?#][^\\s\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]*)?";

  /// The classes of Köppen and Geiger.
  public static final String KOPPEN = "A[fmsw]|B[SW][hk]?|C[fsw][abc]?|D[fsw][abcd]?|E[FT]";

  private Rule() {}

  /// A list that must not be left out.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Required {}

  /// A text of that form, which may begin with a code of a standard.
  @Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Form {
    String value();

    String rule();

    /// Key of the advice to who sends a request.
    String next() default "next.leave_out_unknown";

    Standard begins() default Standard.NONE;
  }

  /// Codes that a text must be, or two-letter codes with which it must begin.
  public enum Standard {
    NONE,
    /// ISO 639-1.
    LANGUAGES,
    /// ISO 4217, with former ones.
    CURRENCIES,
    /// ISO 3166-1, and XK, as which registries write Kosovo.
    COUNTRIES,
    /// ISO 3166-1 if it is in capitals and not the name of a list of countries, which has more than
    /// two letters and is no three-letter code of a country.
    MARKETS;

    private static final Set<String> OF_LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> OF_CURRENCIES =
        Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OF_COUNTRIES =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> LONG_COUNTRIES =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    /// Whether a text begins with one of its codes.
    public boolean begins(String text) {
      boolean isList = text.matches("[A-Z]{3}.*");
      return this == MARKETS
          ? text.matches("[a-z0-9].*")
              || (isList ? !LONG_COUNTRIES.contains(text) : COUNTRIES.begins(text))
          : this == NONE || has(this == CURRENCIES ? text : text.substring(0, 2));
    }

    /// Whether it has that code.
    public boolean has(String code) {
      return switch (this) {
        case NONE, MARKETS -> true;
        case LANGUAGES -> OF_LANGUAGES.contains(code);
        case CURRENCIES -> OF_CURRENCIES.contains(code);
        case COUNTRIES -> OF_COUNTRIES.contains(code) || code.equals("XK");
      };
    }
  }

  /// The characters that a text, or in a request the elements that a list, has at most.
  @Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Most {
    int value();

    /// The fewest elements of a list of words in a request.
    int least() default 1;
  }

  /// A number from `min`, or above it, to `max`.
  @Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Range {
    double min() default 0;

    double max() default OPEN;

    boolean isAbove() default false;
  }

  /// A number that is not below another one of the record, if that is known.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface NotBelow {
    String value();
  }

  /// A year of a project or of its figures; no power station is older.
  @Range(min = 1880, max = 2200)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Year {}

  /// An address of the Web. Another scheme, such as `javascript:`, would become a link on a page,
  /// and a user with a password would be shown there.
  @Form(value = ADDRESS, rule = "value.address")
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Address {}

  /// A date, or a year, whose first day does not lie in the future.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Past {}

  /// A country of ISO 3166-1.
  @Form(value = "[A-Z]{2}", rule = "value.country", begins = Standard.COUNTRIES)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Country {}

  /// A region of ISO 3166-2 that begins with the component `country` of its record.
  @Form(value = "[A-Z]{2}-[A-Z0-9]{1,3}", rule = "value.region", begins = Standard.COUNTRIES)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Region {}

  @Form(value = KOPPEN, rule = "value.koppen")
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Koppen {}

  @Form(
      value = "[0-8][A-C]?|severe-cold|cold|hot-summer-cold-winter|hot-summer-warm-winter|mild",
      rule = "value.zone")
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface BuildingZone {}

  /// The annotation of that type on a component, or on one of its annotations; null without one.
  public static <A extends Annotation> @Nullable A find(Class<A> type, AnnotatedElement component) {
    A own = component.getAnnotation(type);
    return own != null
        ? own
        : Arrays.stream(component.getAnnotations())
            .map(each -> each.annotationType().getAnnotation(type))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /// A code of the taxonomy under that root.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Under {
    String value();
  }

  /// A text that names something, not a placeholder such as `n/a` or `other`.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Names {
    Named value();
  }

  /// What a text names.
  public enum Named {
    NAME,
    ALIAS,
    /// A number of a registry with its scheme.
    IDENTIFIER,
    SOURCE,
    /// In what a number is counted.
    UNIT
  }

  /// One of these words; in a request, which of an enum are allowed.
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface OneOf {
    String[] value();
  }
}
