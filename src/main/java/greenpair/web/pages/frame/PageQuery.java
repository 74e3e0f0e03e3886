package greenpair.web.pages.frame;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.web.http.Faults;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.ContentNegotiation;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The query of a page, read as the API reads one; a blank value is none. What the page does not
/// read, or cannot, is refused: a list would look filtered that is not. It is read in one thread,
/// and [#check] is last.
public final class PageQuery {
  static final String CITY = "city";
  private static final String LANG = "lang";
  private static final Map<String, Language> LANGUAGES = Word.all(Language.values());
  private static final Taxonomy NO_CODES = new Taxonomy(List.of());

  /// What messengers and mailers add to the addresses that people share.
  private static final Pattern ADDED =
      Pattern.compile(
          "(?:utm_[a-z]+|fbclid|gclid|isappinstalled)=.*"
              + "|from=(?:singlemessage|groupmessage|timeline)");

  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final Faults faults = new Faults();
  private final BodyFields fields;
  private final String without;

  /// What forms begin with, whose words and ids must be possible.
  private record Begun(
      @Nullable Kind kind,
      @Nullable EntryId city,
      @Nullable EntryId need,
      @Nullable EntryId entry,
      @Nullable EntryId partner) {}

  private record Beginning(
      @Rule.Range(min = 0, max = Parameters.FARTHEST) @Rules.Default("0") int from) {}

  private PageQuery(@Nullable String query) {
    List<String> kept =
        Arrays.stream(Objects.requireNonNullElse(query, "").split("&", -1))
            .filter(pair -> !ADDED.matcher(pair).matches())
            .toList();
    ValueParser checks = new ValueParser(faults, NO_CODES);
    Parameters.object(String.join("&", kept), checks)
        .forEachEntry(
            (name, values) -> {
              List<String> words =
                  values
                      .valueStream()
                      .map(each -> each.stringValue().strip())
                      .filter(each -> !each.isEmpty())
                      .toList();
              if (!words.isEmpty()) {
                given.put(name, words);
              }
            });
    fields = fields(checks);
    without =
        kept.stream()
            .filter(pair -> !pair.split("=", 2)[0].equals(LANG))
            .collect(Collectors.joining("&"));
    String lang = one(LANG);
    if (lang != null && language().isEmpty()) {
      var _ = checks.choice(LANG, lang, LANGUAGES);
    }
  }

  private BodyFields fields(ValueParser checks) {
    ObjectNode object = JsonMapper.shared().valueToTree(given);
    return BodyFields.ofQuery(object, checks);
  }

  public static PageQuery of(@Nullable String query) {
    return new PageQuery(query);
  }

  /// The query of a request, the same for all who read it.
  public static PageQuery of(Context context) {
    PageQuery known = context.attribute(PageQuery.class.getName());
    if (known == null) {
      known = new PageQuery(context.queryString());
      context.attribute(PageQuery.class.getName(), known);
    }
    return known;
  }

  /// Values by name, decoded; one that is asked for is read.
  public Map<String, List<String>> given() {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<String, List<String>>> entrySet() {
        return given.entrySet();
      }

      @Override
      public boolean containsKey(Object name) {
        return get(name) != null;
      }

      @Override
      public @Nullable List<String> get(Object name) {
        List<String> values = all(name.toString());
        return values.isEmpty() ? null : values;
      }
    };
  }

  /// The query as it came, still encoded, without the language.
  String without() {
    return without;
  }

  /// Refuses the request with all that was wrong so far.
  public void checkRead() {
    faults.throwIfAny();
  }

  /// Refuses the request if anything in its query is wrong or was not read.
  ///
  /// @param home the city that the whole frame read; null for none
  void check(@Nullable EntryId home) {
    if (!fields.isRead(CITY)) {
      String city = one(CITY);
      if (city != null && (home == null || !home.value().equals(city))) {
        faults.add(CITY, city, Input.rule(Kind.CITY), Message.of("next.correct_or_leave_out"));
      }
    }
    fields.finish();
    checkRead();
  }

  /// The value, or null if it was not given.
  public @Nullable String one(String name) {
    JsonNode value = fields.one(name);
    return value == null ? null : value.stringValue();
  }

  public List<String> all(String name) {
    var _ = fields.value(name);
    return given.getOrDefault(name, List.of());
  }

  /// What the value means in a closed list; null if it was not given.
  public <T> @Nullable T choice(String name, Map<String, T> meanings) {
    return fields.choice(name, meanings);
  }

  public <T> T bind(Class<T> type) {
    return bind(type, NO_CODES);
  }

  /// The query as a record, by the rules of the API.
  ///
  /// @throws greenpair.web.http.RefusedException with all that was wrong so far
  public <T> T bind(Class<T> type, Taxonomy taxonomy) {
    T made = Input.query(type, fields.with(new ValueParser(faults, taxonomy)));
    checkRead();
    return made;
  }

  /// A place in a list, from 0.
  public int first() {
    return bind(Beginning.class).from();
  }

  /// The city of the whole frame, where it is one; a page may read it otherwise.
  @Nullable EntryId city() {
    return EntryId.parse(given.getOrDefault(CITY, List.of("")).getFirst()).orElse(null);
  }

  /// Refuses what a form would begin with, if no entry can have it. The form itself reads it.
  void checkEntries() {
    var _ = Input.query(Begun.class, fields(new ValueParser(faults, NO_CODES)));
  }

  public boolean isBlankBut(String... names) {
    return List.of(names).containsAll(given.keySet());
  }

  /// The language in the address, or empty.
  public Optional<Language> language() {
    return given.getOrDefault(LANG, List.of()).stream().findFirst().flatMap(PageQuery::language);
  }

  public static Optional<Language> language(String word) {
    return Optional.ofNullable(LANGUAGES.get(word.toLowerCase(Locale.ROOT)));
  }

  /// The language of a page: from the address, else remembered by the browser, else preferred by
  /// it, else English.
  public Language language(Context context) {
    return language()
        .or(() -> Optional.ofNullable(context.cookie(LANG)).flatMap(PageQuery::language))
        .orElseGet(() -> preferred(context));
  }

  private static Language preferred(Context context) {
    Language first = ContentNegotiation.preferred(context.header(Header.ACCEPT_LANGUAGE));
    return Objects.requireNonNullElse(first, Language.EN);
  }
}
