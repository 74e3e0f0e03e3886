package greenpair.web.pages.frame;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.message.Message;
import greenpair.web.http.Faults;
import greenpair.web.http.Format;
import greenpair.web.http.ValueParser;
import greenpair.web.input.ContentNegotiation;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The query of a page. What the page does not read, or cannot, is refused as by the API: a list
/// would look filtered that is not. It is read in one thread, and [#check] is last.
public final class PageQuery {
  static final String CITY = "city";
  private static final String LANG = "lang";
  private static final String KIND = "kind";
  private static final List<String> ENTRIES = List.of(CITY, "need", "entry", "partner");
  private static final Map<String, Language> LANGUAGES = ValueParser.words(Language.values());
  private static final Taxonomy NO_CODES = new Taxonomy(List.of());

  /// What messengers and mailers add to the addresses that people share.
  private static final Pattern ADDED =
      Pattern.compile(
          "(?:utm_[a-z]+|fbclid|gclid|isappinstalled)=.*"
              + "|from=(?:singlemessage|groupmessage|timeline)");

  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final Set<String> read = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Faults faults = new Faults();
  private final String without;

  private PageQuery(@Nullable String query) {
    List<String> kept =
        Arrays.stream(Objects.requireNonNullElse(query, "").split("&", -1))
            .filter(pair -> !ADDED.matcher(pair).matches())
            .toList();
    Parameters.object(String.join("&", kept), checks(NO_CODES))
        .properties()
        .forEach(
            each ->
                given.put(
                    each.getKey(),
                    each.getValue().valueStream().map(JsonNode::stringValue).toList()));
    without =
        kept.stream()
            .filter(pair -> !pair.split("=", 2)[0].equals(LANG))
            .collect(Collectors.joining("&"));
    String lang = one(LANG);
    if (lang != null && language().isEmpty()) {
      var _ = checks(NO_CODES).choice(LANG, lang, LANGUAGES);
    }
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
        read.add(name.toString());
        return given.get(name);
      }
    };
  }

  /// The query as it came, still encoded, without the language.
  String without() {
    return without;
  }

  /// Reads values whose faults are faults of this query.
  public ValueParser checks(Taxonomy taxonomy) {
    return new ValueParser(faults, taxonomy);
  }

  /// Refuses the request with all that was wrong so far.
  public void checkRead() {
    faults.throwIfAny();
  }

  /// Refuses the request if anything in its query is wrong or was not read.
  ///
  /// @param home the city that the whole frame read; null for none
  void check(@Nullable EntryId home) {
    if (!read.contains(CITY) && home != null && List.of(home.value()).equals(given.get(CITY))) {
      read.add(CITY);
    }
    given.forEach(
        (name, values) -> {
          if (!read.contains(name) && !isBlank(values)) {
            refuse(name, values.getFirst());
          }
        });
    checkRead();
  }

  private void refuse(String name, String value) {
    Message leaveOut = Message.of("next.leave_out");
    if (name.equals(CITY)) {
      faults.add(name, value, Input.rule(Kind.CITY), Message.of("next.correct_or_leave_out"));
    } else {
      Message rule = Message.of("check.unknown_parameter", "known", List.copyOf(read));
      faults.add(name, value, rule, ValueParser.didYouMean(name, read, leaveOut));
    }
  }

  private static boolean isBlank(List<String> values) {
    return values.stream().allMatch(String::isBlank);
  }

  /// The value, or null if it was not given or is blank.
  public @Nullable String one(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      faults.add(
          name,
          String.join(", ", values),
          Message.of("check.once", "count", values.size()),
          Message.of("check.once.next"));
    }
    return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst().strip();
  }

  /// What the value means in a closed list; null if it was not given.
  public <T> @Nullable T choice(String name, Map<String, T> meanings) {
    String word = one(name);
    return word == null ? null : checks(NO_CODES).choice(name, word, meanings).orElse(null);
  }

  public <T> T bind(Class<T> type) {
    return bind(type, NO_CODES);
  }

  /// The values that are not blank as a record, by the rules of the API.
  ///
  /// @throws greenpair.web.http.RefusedException with all that was wrong so far
  public <T> T bind(Class<T> type, Taxonomy taxonomy) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    for (String key : Rules.keys(type)) {
      List<String> words =
          all(key).stream().filter(each -> !each.isBlank()).map(String::strip).toList();
      if (!words.isEmpty()) {
        object.set(key, JsonMapper.shared().valueToTree(words));
      }
    }
    T made = Input.query(type, object, checks(taxonomy));
    checkRead();
    return made;
  }

  /// A place in a list, from 0.
  public int first() {
    String word = Objects.requireNonNullElse(one("from"), "0");
    return checks(NO_CODES).whole("from", word, 0, Parameters.FARTHEST);
  }

  /// The city of the whole frame, where it is one; a page may read it otherwise.
  @Nullable EntryId city() {
    return given.containsKey(CITY) ? EntryId.parse(given.get(CITY).getFirst()).orElse(null) : null;
  }

  /// How the list of the page is wanted; JSON for the page itself.
  Format format() {
    return Objects.requireNonNullElse(choice(Format.PARAMETER, Format.WORDS), Format.JSON);
  }

  void hasNoList() {
    read.remove(Format.PARAMETER);
  }

  /// The value as an id; null if it was not given.
  public @Nullable EntryId id(String name) {
    String word = one(name);
    return word == null ? null : checks(NO_CODES).id(name, word);
  }

  /// Refuses what a form would begin with, if no entry can have it.
  void checkEntries() {
    ValueParser checks = checks(NO_CODES);
    given.forEach(
        (name, values) -> {
          String word = values.getFirst().strip();
          if (name.equals(KIND) && !word.isEmpty()) {
            var _ = checks.choice(name, word, ValueParser.words(Kind.values()));
          } else if (ENTRIES.contains(name) && !word.isEmpty()) {
            var _ = checks.id(name, word);
          }
        });
  }

  public boolean isBlankBut(String... names) {
    return given.entrySet().stream()
        .allMatch(each -> List.of(names).contains(each.getKey()) || isBlank(each.getValue()));
  }

  public List<String> all(String name) {
    read.add(name);
    return given.getOrDefault(name, List.of());
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
