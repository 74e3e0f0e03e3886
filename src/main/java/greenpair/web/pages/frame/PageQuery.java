package greenpair.web.pages.frame;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.web.input.ContentNegotiation;
import greenpair.web.input.Parameters;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of a page. A person follows old links and edits addresses, so what a page does not
/// know is passed over, where the API would refuse it.
///
/// @param given values by name, decoded
/// @param without the query as it came, still encoded, without the language
public record PageQuery(Map<String, List<String>> given, String without) {
  private static final String LANG = "lang";

  public static PageQuery of(@Nullable String query) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    List<String> kept = new ArrayList<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int at = pair.indexOf('=');
      Optional<String> name = Parameters.decode(at < 0 ? pair : pair.substring(0, at));
      Optional<String> value = Parameters.decode(at < 0 ? "" : pair.substring(at + 1));
      if (name.isPresent() && value.isPresent() && !name.get().isEmpty()) {
        given.computeIfAbsent(name.get(), key -> new ArrayList<>()).add(value.get());
        if (!name.get().equals(LANG)) {
          kept.add(pair);
        }
      }
    }
    return new PageQuery(given, String.join("&", kept));
  }

  /// The value, or null if it was not given or is blank.
  public @Nullable String one(String name) {
    List<String> values = given.get(name);
    return values == null || values.getFirst().isBlank() ? null : values.getFirst().strip();
  }

  /// The value as an id; null if no entry can have it.
  public @Nullable EntryId id(String name) {
    return EntryId.parse(one(name)).orElse(null);
  }

  /// Whether all values but those of these names are blank.
  public boolean isBlankBut(String... names) {
    return given.keySet().stream()
        .filter(each -> !List.of(names).contains(each))
        .allMatch(each -> one(each) == null);
  }

  public List<String> all(String name) {
    return given.getOrDefault(name, List.of());
  }

  /// The language in the address, or empty.
  public Optional<Language> language() {
    return Optional.ofNullable(one(LANG)).flatMap(PageQuery::language);
  }

  public static Optional<Language> language(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "en" -> Optional.of(Language.EN);
      case "zh" -> Optional.of(Language.ZH);
      default -> Optional.empty();
    };
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
