package greenpair.pages;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Concept;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Taxonomy;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.match.Hits;
import greenpair.match.Search;
import greenpair.match.SearchRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks what the search shows.
public final class SearchPages {
  private static final int CITIES = 500;
  private static final int SHOWN = 30;
  private static final List<String> FINANCE = List.of("FIN", "FTY");

  private final Search search;
  private final Taxonomy taxonomy;

  SearchPages(Search search, Taxonomy taxonomy) {
    this.search = search;
    this.taxonomy = taxonomy;
  }

  /// What somebody looks for.
  ///
  /// @param words at most [SearchRequest#MAX_TEXT] characters; empty for none
  /// @param kind the only kind that is wanted; null for all
  /// @param technologies only entries with one of these codes or one below; words that are no code
  ///     are passed over
  /// @param isNear whether only what was done in the own city is wanted
  public record Asked(
      String words, @Nullable Kind kind, List<String> technologies, boolean isNear) {}

  SearchPage of(Asked asked, @Nullable EntryId home, Snapshot snapshot) {
    List<Code> codes =
        taxonomy.concepts().stream()
            .map(Concept::code)
            .filter(code -> asked.technologies().contains(code.value()))
            .toList();
    boolean isNear = asked.isNear() && home != null;
    boolean isOpen = asked.words().isEmpty() && codes.isEmpty();
    Hits hits = null;
    if (!isOpen || isNear || asked.kind() != null) {
      List<Kind> kinds = asked.kind() == null ? SearchPage.KINDS : List.of(asked.kind());
      List<Code> wanted = isOpen ? sectors() : codes;
      SearchRequest request =
          new SearchRequest(kinds, asked.words(), wanted, isNear ? home : null, SHOWN);
      hits = search.search(request, snapshot);
    }
    return new SearchPage(
        asked.words(),
        asked.kind(),
        named(codes),
        named(sectors()),
        snapshot.entries(Kind.CITY, 0, CITIES).stream().map(City.class::cast).toList(),
        home == null ? null : snapshot.entry(Kind.CITY, home).map(City.class::cast).orElse(null),
        isNear,
        hits);
  }

  private List<Code> sectors() {
    return taxonomy.concepts().stream()
        .filter(each -> each.parent() == null && !FINANCE.contains(each.code().value()))
        .map(Concept::code)
        .toList();
  }

  private List<Answer.NamedCode> named(List<Code> codes) {
    return codes.stream().map(code -> new Answer.NamedCode(code, taxonomy.label(code))).toList();
  }
}
