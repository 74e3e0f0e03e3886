package greenpair.web.input;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The query parameters of one request, read strictly: a name that the address does not take, a
/// duplicate name and a value that is not percent-encoded UTF-8 are errors.
public final class Parameters {
  private static final String KIND = "kind";
  private static final int MOST_VALUES = 100;

  /// No list is so long.
  public static final int FARTHEST = 1_000_000_000;

  private final ValueParser checks;
  private final @Nullable Language preferred;
  private final Map<String, List<String>> given = new LinkedHashMap<>();

  /// @param query the query string after `?`, still encoded; null if there is none
  /// @param known names that the address takes
  Parameters(@Nullable String query, ValueParser checks, List<String> known) {
    this(query, checks, known, null);
  }

  /// @param preferred the language to narrow to where the query names none; null for both
  Parameters(
      @Nullable String query,
      ValueParser checks,
      List<String> known,
      @Nullable Language preferred) {
    this.checks = checks;
    this.preferred = preferred;
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (!pair.isEmpty()) {
          read(pair);
        }
      }
    }
    given.forEach((name, values) -> check(name, values, known));
  }

  private void read(String pair) {
    int at = pair.indexOf('=');
    String name = at < 0 ? pair : pair.substring(0, at);
    String value = at < 0 ? "" : pair.substring(at + 1);
    Optional<String> plainName = decode(name);
    Optional<String> plainValue = decode(value);
    if (plainName.isPresent() && plainValue.isPresent()) {
      given.computeIfAbsent(plainName.get(), key -> new ArrayList<>()).add(plainValue.get());
      return;
    }
    checks.fault(
        plainName.orElse(name),
        value,
        Message.of("check.percent_encoding"),
        Message.of("check.percent_encoding.next"));
  }

  /// The text behind percent-encoding, or nothing if it is no UTF-8.
  public static Optional<String> decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int at = 0; at < encoded.length(); at++) {
      char each = encoded.charAt(at);
      if (each == '%') {
        int byteValue = at + 2 < encoded.length() ? hex(encoded, at + 1) : -1;
        if (byteValue < 0) {
          return Optional.empty();
        }
        bytes.write(byteValue);
        at += 2;
      } else if (each < 0x80) {
        bytes.write(each == '+' ? ' ' : each);
      } else {
        int point = encoded.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point) - 1;
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private void check(String name, List<String> values, List<String> known) {
    if (!known.contains(name)) {
      Message rule =
          known.isEmpty()
              ? Message.of("check.no_parameters")
              : Message.of("check.unknown_parameter", "known", known);
      checks.fault(
          name,
          values.getFirst(),
          rule,
          ValueParser.didYouMean(name, known, Message.of("next.leave_out")));
    } else if (values.size() > 1 && !mayRepeat(name, known)) {
      checks.fault(
          name,
          String.join(", ", values),
          Message.of("check.once", "count", values.size()),
          Message.of("check.once.next"));
    } else if (values.size() > MOST_VALUES) {
      checks.fault(
          name,
          Integer.toString(values.size()),
          Message.of("check.times", "most", MOST_VALUES),
          Message.of("next.fewer"));
    }
  }

  /// Facets, and the kind of a search.
  private static boolean mayRepeat(String name, List<String> known) {
    return Facet.of(name).isPresent() || (name.equals(KIND) && known.contains("q"));
  }

  /// The value, or null if it was not given.
  public @Nullable String one(String name) {
    List<String> values = given.get(name);
    return values == null ? null : values.getFirst();
  }

  public int limit(int fallback) {
    String word = one("limit");
    return word == null
        ? fallback
        : checks.whole("limit", word, 1, RecommendationRequest.MAX_LIMIT);
  }

  /// The first entry of a list that is wanted, from 0.
  public int from() {
    return whole("from", FARTHEST, 0);
  }

  /// The first entry of a list that is wanted, from 0: the place of its cursor, or [#from].
  public int place() {
    String cursor = one(CursorParameter.PARAMETER);
    if (cursor != null && one("from") != null) {
      checks.fault(
          CursorParameter.PARAMETER,
          cursor,
          Message.of("check.not_with", "other", "from"),
          Message.of("next.leave_one_out"));
    }
    return cursor == null ? from() : CursorParameter.offset(this, checks);
  }

  public int whole(String name, int max, int fallback) {
    return whole(name, 0, max, fallback);
  }

  /// A whole number in [min, max]; the fallback without it.
  public int whole(String name, int min, int max, int fallback) {
    String word = one(name);
    return word == null ? fallback : checks.whole(name, word, min, max);
  }

  /// `true` or `false`; false without it.
  public boolean flag(String name) {
    String word = one(name);
    return word != null
        && checks.choice(name, word, Map.of("true", true, "false", false)).orElse(false);
  }

  /// The meaning of a parameter's word in a closed list; null without it or after an error.
  public <T> @Nullable T choice(String name, Map<String, T> meanings) {
    String word = one(name);
    return word == null ? null : checks.choice(name, word, meanings).orElse(null);
  }

  public List<Kind> kind(List<Kind> allowed, List<Kind> fallback) {
    String word = one(KIND);
    return word == null ? fallback : List.of(checks.kind(KIND, word, allowed));
  }

  /// The requested kinds; empty for all. The parameter may be repeated.
  public Set<Kind> kinds(List<Kind> allowed) {
    Set<Kind> kinds = new TreeSet<>();
    for (String word : values(KIND)) {
      kinds.add(checks.kind(KIND, word, allowed));
    }
    return kinds;
  }

  /// The selected values of each facet; each parameter may be repeated.
  public Map<Facet, Set<String>> facets() {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values = new TreeSet<>();
      for (String word : values(facet.word())) {
        checks.facet(facet, word).ifPresent(values::add);
      }
      if (!values.isEmpty()) {
        chosen.put(facet, values);
      }
    }
    return chosen;
  }

  private List<String> values(String name) {
    List<String> words = given.getOrDefault(name, List.of());
    return words.subList(0, Math.min(MOST_VALUES, words.size()));
  }

  public EntryQuery.Order order() {
    String word = one("sort");
    return word == null
        ? EntryQuery.Order.RELEVANCE
        : checks
            .choice("sort", word, ValueParser.words(EntryQuery.Order.values()))
            .orElse(EntryQuery.Order.RELEVANCE);
  }

  public @Nullable Language language() {
    String word = one("lang");
    return word == null ? preferred : checks.language("lang", word);
  }

  /// The words of a search; empty if there are none.
  public String words() {
    String text = one("q");
    return text == null ? "" : checks.words("q", text);
  }
}
