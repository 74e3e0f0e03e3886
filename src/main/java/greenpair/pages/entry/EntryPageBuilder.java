package greenpair.pages.entry;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.contract.Precedent;
import greenpair.index.read.Snapshot;
import greenpair.match.Opportunities;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.entry.EntryPage.ComparePage;
import greenpair.pages.view.PageText;
import greenpair.search.Hit;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import greenpair.search.SearchResponse;

/// Collects the contents of the pages of partners and solutions for one request.
public record EntryPageBuilder(
    Recommender recommender, Search search, PageText view, Snapshot snapshot) {
  private static final int ALIKE = 3;

  /// The page of a partner or a solution, with its evidence and the needs that it could meet.
  ///
  /// @param from first need that a partner could serve, from 0
  public EntryPage of(Entry entry, int from, ProgramNotes notes) {
    boolean isPartner = entry.kind().isPartner();
    Opportunities opportunities =
        isPartner
            ? recommender.opportunities(entry.kind(), entry.id(), from, EntryPage.NEEDS, snapshot)
            : null;
    Found cases = isPartner ? Found.NONE : hits(Kind.DEPLOYMENT, entry);
    Found firms = isPartner ? Found.NONE : hits(Kind.FIRM, entry);
    List<Deployment> deployments = isPartner ? own(entry) : deployments(cases);
    return new EntryPage(
        entry,
        named(entry.technologies()),
        Facts.of(entry, view, snapshot),
        done(deployments),
        isPartner ? deployments.size() : cases.total(),
        opportunities,
        firms.hits(),
        firms.total(),
        alike(entry),
        isPartner ? List.of() : wanting(entry).toList(),
        notes);
  }

  /// The first entries of the kind that do the same.
  private List<EntryId> alike(Entry entry) {
    return hits(entry.kind(), entry).hits().stream()
        .map(Hit::id)
        .filter(id -> !id.equals(entry.id()))
        .limit(ALIKE)
        .toList();
  }

  /// Entries of one kind side by side.
  ///
  /// @param ids each with its kind in front, such as `firm:byd`; without one, of a solution
  public ComparePage compare(List<String> ids) {
    Set<String> wanted = new LinkedHashSet<>(ids);
    List<EntryPage> entries = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : wanted) {
      Optional<Entry> found = named(id);
      // Only entries of one kind are compared, that of the first.
      if (found.isEmpty()
          || (!entries.isEmpty() && entries.getFirst().entry().kind() != found.get().kind())) {
        unknown.add(id);
      } else if (entries.size() < ComparePage.MOST) {
        entries.add(of(found.get(), 0, ProgramNotes.EMPTY));
      }
    }
    Set<String> fields = new LinkedHashSet<>();
    entries.forEach(each -> each.facts().forEach(fact -> fields.add(fact.field())));
    boolean isTooMany = wanted.size() - unknown.size() > ComparePage.MOST;
    return new ComparePage(entries, List.copyOf(fields), unknown, isTooMany);
  }

  private Optional<Entry> named(String word) {
    int colon = word.indexOf(':');
    Kind kind = colon < 0 ? Kind.SOLUTION : Kind.of(word.substring(0, colon)).orElse(null);
    if (kind == null || !Kind.RANKED.contains(kind)) {
      return Optional.empty();
    }
    return EntryId.parse(word.substring(colon + 1)).flatMap(id -> snapshot.entry(kind, id));
  }

  private List<Deployment> own(Entry entry) {
    CandidateQuery query = new CandidateQuery(entry.kind(), Map.of(), "", null, 1);
    return snapshot.candidate(query, entry.id()).stream()
        .flatMap(candidate -> candidate.precedents().stream())
        .map(Precedent::deployment)
        .flatMap(id -> snapshot.entry(Kind.DEPLOYMENT, id).stream())
        .map(Deployment.class::cast)
        .toList();
  }

  /// The first entries that were found, and how many there are.
  private record Found(List<Hit> hits, long total) {
    static final Found NONE = new Found(List.of(), 0);
  }

  /// What names a technology of the solution or one below it.
  private Found hits(Kind kind, Entry entry) {
    Set<String> codes = entry.technologies().stream().map(Code::value).collect(Collectors.toSet());
    if (codes.isEmpty()) {
      return Found.NONE; // Without a filter, everything would be found.
    }
    SearchRequest request =
        new SearchRequest(
            List.of(kind),
            Set.of(),
            "",
            SearchRequest.Narrowing.of(Map.of(Facet.TECHNOLOGY, codes)),
            EntryQuery.Order.RELEVANCE,
            Language.EN,
            EntryPage.NEEDS,
            null);
    SearchResponse found = search.search(request, snapshot);
    return new Found(found.hits(), found.total());
  }

  private List<Deployment> deployments(Found cases) {
    return cases.hits().stream()
        .flatMap(hit -> snapshot.entry(Kind.DEPLOYMENT, hit.id()).stream())
        .map(Deployment.class::cast)
        .toList();
  }

  private List<EntryPage.Done> done(List<Deployment> deployments) {
    return deployments.stream()
        .map(each -> new EntryPage.Done(each, Recommender.doers(each, snapshot)))
        .sorted(
            Comparator.comparing(EntryPage.Done::isFailure)
                .thenComparing(each -> each.deployment().grade())
                .thenComparing(
                    EntryPage.Done::year, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(each -> each.deployment().id()))
        .toList();
  }

  /// Open needs that name a technology of the solution or one below it: of the programmes alone, if
  /// there are any.
  private Stream<Need> wanting(Entry entry) {
    if (snapshot.participation().isEmpty()) {
      return hits(Kind.NEED, entry).hits().stream()
          .flatMap(hit -> snapshot.entry(Kind.NEED, hit.id()).stream())
          .map(Need.class::cast)
          .filter(Need::isOpen);
    }
    return snapshot.participation().cities().stream()
        .flatMap(city -> snapshot.ownNeeds(city).stream())
        .filter(Need::isOpen)
        .filter(need -> need.technologies().stream().anyMatch(code -> isIn(entry, code)));
  }

  private static boolean isIn(Entry entry, Code code) {
    return entry.technologies().stream().anyMatch(own -> code.isWithin(own.value()));
  }

  private List<Answer.NamedCode> named(List<Code> codes) {
    return codes.stream().map(code -> new Answer.NamedCode(code, view.label(code))).toList();
  }
}
