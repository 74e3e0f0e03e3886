package greenpair.pages.search;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Disclosure;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Concept;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.ViewLinks;
import greenpair.search.FacetNames;
import greenpair.search.Hit;
import greenpair.search.SearchResponse;
import org.jspecify.annotations.Nullable;

/// The search, which is also the front page.
///
/// @param near where a hit must be proven, relative to the user's city
/// @param sectors the roots of the taxonomy, as entry points
/// @param home the user's city; null for none
/// @param found null if there was no query
/// @param table the address of the same list in the API; empty if there was no query
/// @param counted the facets of what was found
public record SearchPage(
    SearchPageBuilder.Criteria asked,
    SearchPageBuilder.Near near,
    ViewLinks links,
    List<Concept> sectors,
    List<City> cities,
    @Nullable City home,
    @Nullable SearchResponse found,
    String table,
    List<FacetNames.NamedFacet> counted) {
  /// Hits that a phone shows at once; the rest opens on demand.
  public static final int SHOWN = 7;

  /// Values of a facet that are shown at once; the rest opens on demand.
  private static final int VALUES = 8;

  private static final Set<String> PROOF = Set.of("a", "b", "c");

  public record Chip(FacetNames.NamedFacet facet, FacetNames.NamedValue value) {}

  /// What narrows the view, each to be removed.
  public List<Chip> chips() {
    return counted.stream()
        .flatMap(
            facet ->
                facet.values().stream()
                    .filter(value -> isChosen(facet, value))
                    .map(value -> new Chip(facet, value)))
        .toList();
  }

  /// The parts of the query besides its subject, those that hits must meet or must not.
  public List<SearchResponse.Condition> parts(boolean isExcluded) {
    if (found == null) {
      return List.of();
    }
    var concepts = found.understanding().concepts();
    return found.understanding().conditions().stream()
        .filter(each -> each.excluded() == isExcluded)
        .filter(each -> concepts.stream().noneMatch(of -> of.written().equals(each.written())))
        .toList();
  }

  /// Whether the query says what hits must meet or must not.
  public boolean isRead(boolean isExcluded) {
    return found != null
        && !(parts(isExcluded).isEmpty()
            && (isExcluded ? found.understanding().excluded() : found.understanding().concepts())
                .isEmpty());
  }

  /// The words as they were written, in quotes where they were corrected.
  public String uncorrected() {
    String words = asked.words();
    for (var each : Objects.requireNonNull(found).understanding().corrections()) {
      words = replace(words, each.from(), "\"" + each.from() + "\"");
    }
    return words;
  }

  /// Replaces a word, but not the same letters within another one.
  private static String replace(String words, String from, String to) {
    return words.replaceAll(
        "(?<![\\p{IsLatin}\\p{N}])" + Pattern.quote(from) + "(?![\\p{IsLatin}\\p{N}])",
        Matcher.quoteReplacement(to));
  }

  /// The words without a part that says what is not wanted.
  public @Nullable String withoutUnwanted(String written) {
    return without(
        Objects.requireNonNull(found).understanding().unwanted().stream()
            .filter(
                each -> each.toLowerCase(Locale.ROOT).contains(written.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(written));
  }

  /// The words without a part of them as it was read; null if nothing else is left.
  public @Nullable String without(String written) {
    String own = written;
    for (var each : Objects.requireNonNull(found).understanding().corrections()) {
      own = replace(own, each.to(), each.from());
    }
    int at = asked.words().toLowerCase(Locale.ROOT).indexOf(own.toLowerCase(Locale.ROOT));
    if (at < 0) {
      return null;
    }
    StringBuilder words = new StringBuilder(asked.words());
    String rest = words.replace(at, at + own.length(), " ").toString();
    return rest.isBlank() ? null : rest.strip().replaceAll("\\s+", " ");
  }

  /// Orders that the view can have.
  public List<EntryQuery.Order> orders() {
    return Arrays.stream(EntryQuery.Order.values())
        .filter(each -> each != EntryQuery.Order.DISTANCE || home != null)
        .toList();
  }

  public boolean isHome(City city) {
    return home != null && home.id().equals(city.id());
  }

  /// Whether there is anything to compare.
  public boolean hasSolutions() {
    return found != null && found.hits().stream().anyMatch(hit -> Kind.RANKED.contains(hit.kind()));
  }

  /// Whether a partner or solution has a case that counts as proof.
  public boolean hasCase(Hit hit) {
    return isOffer(hit) && PROOF.contains(String.valueOf(hit.evidence()));
  }

  /// Whether it has none: a plan is no proof.
  public boolean lacksCase(Hit hit) {
    return isOffer(hit) && !PROOF.contains(String.valueOf(hit.evidence()));
  }

  private static boolean isOffer(Hit hit) {
    return Kind.RANKED.contains(hit.kind());
  }

  /// The city of a need or a deployment, which has no page of its own; null for others.
  public static @Nullable EntryId site(Hit hit, Snapshot snapshot) {
    return hit.kind() == Kind.NEED || hit.kind() == Kind.DEPLOYMENT
        ? snapshot.entry(hit.kind(), hit.id()).map(Disclosure::city).orElse(null)
        : null;
  }

  public String grade(Hit hit) {
    return String.valueOf(hit.evidence()).toUpperCase(Locale.ROOT);
  }

  /// Whether anything narrows the view besides the words.
  public boolean isNarrowed() {
    return near != SearchPageBuilder.Near.ANYWHERE
        || !asked.kinds().isEmpty()
        || !asked.facets().isEmpty();
  }

  /// Whether deployments and needs are left out, as they are from a list without words.
  public boolean leavesCases() {
    return asked.kinds().isEmpty() && asked.words().isEmpty();
  }

  /// Whether a place of proof is asked for at which no firm is proven.
  public boolean hasNoFirmNear() {
    return found != null
        && near != SearchPageBuilder.Near.ANYWHERE
        && asked.kinds().isEmpty()
        && counted.stream()
            .filter(each -> each.facet().equals("kind"))
            .flatMap(each -> each.values().stream())
            .noneMatch(each -> each.value().equals(Kind.FIRM.word()) && each.count() > 0);
  }

  /// Facets with something to choose.
  public List<FacetNames.NamedFacet> facets() {
    return counted.stream()
        .filter(each -> each.values().stream().anyMatch(value -> value.count() > 0))
        .toList();
  }

  /// Whether the reader chose the value: a climate like that of the user's city is one choice and
  /// not each of its classes.
  public boolean isChosen(FacetNames.NamedFacet facet, FacetNames.NamedValue value) {
    return facet.selected().contains(value.value())
        && (near != SearchPageBuilder.Near.CLIMATE
            || !facet.facet().equals(Facet.CLIMATE.word())
            || asked.facets().getOrDefault(Facet.CLIMATE, Set.of()).contains(value.value()));
  }

  /// Whether a technology is a whole sector, for which there is a facet of its own.
  private static boolean isSectorAgain(FacetNames.NamedFacet facet, FacetNames.NamedValue value) {
    return facet.facet().equals(Facet.TECHNOLOGY.word()) && !value.value().contains(".");
  }

  /// The values to show of a facet: those with hits and the chosen ones.
  public List<FacetNames.NamedValue> values(FacetNames.NamedFacet facet) {
    return facet.values().stream()
        .filter(each -> each.count() > 0 || isChosen(facet, each))
        .filter(each -> !isSectorAgain(facet, each) || isChosen(facet, each))
        .limit(VALUES)
        .toList();
  }
}
