package greenpair.follow;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.value.Word;
import greenpair.program.follow.CatalogChange;
import greenpair.program.follow.CatalogChange.Sort;
import greenpair.program.follow.Follows.Follow;
import org.jspecify.annotations.Nullable;

/// The differences between two generations for people who follow something. Only followed items are
/// compared, each only once, however many people follow it.
final class Differences {
  /// Places of a list that people look at.
  static final int PLACES = 10;

  private final GenerationView before;
  private final GenerationView after;
  private final ProvenDeployments earlier;
  private final ProvenDeployments later;
  private final Map<EntryId, List<CatalogChange>> ofNeeds = new HashMap<>();
  private final Map<String, List<Entry>> hits = new HashMap<>();

  Differences(GenerationView before, GenerationView after, Collection<Follow> follows) {
    this.before = before;
    this.after = after;
    Set<Entry.Key> followed =
        follows.stream()
            .filter(each -> each.sort() != Follow.Sort.SEARCH && each.sort() != Follow.Sort.NEED)
            .map(each -> new Entry.Key(each.sort().kind(), each.entry()))
            .collect(Collectors.toSet());
    this.earlier = new ProvenDeployments(before, followed);
    this.later = new ProvenDeployments(after, followed);
  }

  List<CatalogChange> of(Follow follow) {
    return switch (follow.sort()) {
      case CITY -> ofCity(follow);
      case NEED -> ofNeed(follow.entry());
      case FIRM, FINANCIER, EXPERT -> ofPartner(follow);
      case SEARCH -> ofSearch(follow);
    };
  }

  private List<CatalogChange> ofCity(Follow follow) {
    EntryId city = follow.entry();
    boolean wasThere = before.entry(Kind.CITY, city).isPresent();
    boolean isThere = after.entry(Kind.CITY, city).isPresent();
    if (!isThere) {
      return wasThere
          ? List.of(
              new CatalogChange(
                  Sort.CITY_GONE, Kind.CITY, city, city, null, Map.of("city", follow.name())))
          : List.of();
    }
    List<CatalogChange> all = new ArrayList<>();
    Stream.concat(
            before.needs(city).stream().map(Need::id), after.needs(city).stream().map(Need::id))
        .distinct()
        .sorted()
        .forEach(need -> all.addAll(ofNeed(need)));
    all.addAll(evidence(Kind.CITY, city, after.entry(Kind.CITY, city).orElseThrow().name()));
    return all;
  }

  private List<CatalogChange> ofNeed(EntryId id) {
    List<CatalogChange> known = ofNeeds.get(id);
    if (known == null) {
      known = findNeed(id);
      ofNeeds.put(id, known);
    }
    return known;
  }

  private List<CatalogChange> findNeed(EntryId id) {
    Optional<Need> was = before.entry(Kind.NEED, id).map(Need.class::cast);
    Optional<Need> is = after.entry(Kind.NEED, id).map(Need.class::cast);
    if (was.isEmpty() && is.isEmpty()) {
      return List.of();
    }
    if (is.isEmpty()) {
      Need need = was.get();
      return List.of(
          new CatalogChange(
              Sort.NEED_GONE,
              Kind.CITY,
              need.city(),
              need.city(),
              id,
              Map.of("need", need.name())));
    }
    Need need = is.get();
    if (was.isEmpty()) {
      return List.of(ofNeed(Sort.NEED_NEW, need, Map.of("need", need.name())));
    }
    List<CatalogChange> all = new ArrayList<>();
    if (was.get().state() != need.state()) {
      String from = word(was.get().state());
      String to = word(need.state());
      all.add(ofNeed(Sort.NEED_STATE, need, Map.of("need", need.name(), "from", from, "to", to)));
    }
    if (was.get().isOpen() && need.isOpen()) {
      for (Kind kind : Kind.PARTNERS) {
        all.addAll(ofList(kind, was.get(), need));
      }
    }
    return all;
  }

  private static CatalogChange ofNeed(Sort sort, Need need, Map<String, Object> arguments) {
    return new CatalogChange(sort, Kind.NEED, need.id(), need.city(), need.id(), arguments);
  }

  private static String word(@Nullable Enum<?> value) {
    return value == null ? "unknown" : Word.of(value);
  }

  /// Who came to the first places or left them; who only changed places did neither.
  private List<CatalogChange> ofList(Kind kind, Need was, Need is) {
    Set<EntryId> had = before.recommended(kind, was);
    Set<EntryId> has = after.recommended(kind, is);
    List<CatalogChange> all = new ArrayList<>();
    has.stream()
        .limit(PLACES)
        .filter(id -> !had.contains(id))
        .flatMap(id -> after.entry(kind, id).stream())
        .forEach(partner -> all.add(onList(Sort.PARTNER_NEW, partner, is)));
    had.stream()
        .limit(PLACES)
        .filter(id -> !has.contains(id))
        .forEach(
            id -> {
              Optional<Entry> now = after.entry(kind, id);
              Sort sort = now.map(Differences::whyLeft).orElse(Sort.PARTNER_GONE);
              now.or(() -> before.entry(kind, id))
                  .ifPresent(partner -> all.add(onList(sort, partner, is)));
            });
    return all;
  }

  private static CatalogChange onList(Sort sort, Entry partner, Need need) {
    String id = partner.id().value();
    Map<String, Object> arguments =
        Map.of("partner", partner.name(), "id", id, "need", need.name());
    return sort == Sort.PARTNER_GONE
        ? ofNeed(sort, need, arguments)
        : new CatalogChange(sort, partner.kind(), partner.id(), need.city(), need.id(), arguments);
  }

  private static Sort whyLeft(Entry partner) {
    return switch (status(partner)) {
      case CLOSED -> Sort.PARTNER_CLOSED;
      case BANKRUPT -> Sort.PARTNER_BANKRUPT;
      case ACTIVE, UNCERTAIN, ACQUIRED -> Sort.PARTNER_LEFT;
    };
  }

  private static Partner.Status status(Entry entry) {
    Partner partner = Entry.partner(entry);
    return partner.status() == null ? Partner.Status.UNCERTAIN : partner.status();
  }

  private List<CatalogChange> ofPartner(Follow follow) {
    Kind kind = follow.sort().kind();
    EntryId id = follow.entry();
    Optional<Entry> was = before.entry(kind, id);
    Optional<Entry> is = after.entry(kind, id);
    if (is.isEmpty()) {
      return was.stream().map(partner -> alone(Sort.PARTNER_GONE, partner)).toList();
    }
    List<CatalogChange> all = new ArrayList<>();
    Sort why = whyLeft(is.get());
    if (why != Sort.PARTNER_LEFT && was.isPresent() && whyLeft(was.get()) != why) {
      all.add(alone(why, is.get()));
    }
    all.addAll(evidence(kind, id, is.get().name()));
    return all;
  }

  private static CatalogChange alone(Sort sort, Entry partner) {
    Map<String, Object> arguments = Map.of("partner", partner.name(), "id", partner.id().value());
    return new CatalogChange(sort, partner.kind(), partner.id(), null, null, arguments);
  }

  private List<CatalogChange> evidence(Kind kind, EntryId id, Object name) {
    Entry.Key of = new Entry.Key(kind, id);
    List<CatalogChange> all = new ArrayList<>();
    later.without(earlier, of).forEach(each -> all.add(proof(Sort.EVIDENCE_ADDED, each, of, name)));
    earlier
        .without(later, of)
        .forEach(each -> all.add(proof(Sort.EVIDENCE_WITHDRAWN, each, of, name)));
    return all;
  }

  private static CatalogChange proof(Sort sort, Deployment deployment, Entry.Key of, Object name) {
    String id = deployment.id().value();
    Map<String, Object> arguments = Map.of("deployment", deployment.name(), "id", id, "of", name);
    return new CatalogChange(sort, of.kind(), of.id(), deployment.city(), null, arguments);
  }

  /// An entry that was found only now: it is new, or says something else than before. One that the
  /// order of the hits alone moved among the first is not.
  private List<CatalogChange> ofSearch(Follow follow) {
    Set<Entry.Key> had =
        hits(before, follow.what()).stream().map(Differences::key).collect(Collectors.toSet());
    List<CatalogChange> all = new ArrayList<>();
    for (Entry each : hits(after, follow.what())) {
      if (!had.contains(key(each))
          && !before.entry(each.kind(), each.id()).equals(Optional.of(each))) {
        String search = follow.name().best(Language.EN);
        EntryId need = each instanceof Need ? each.id() : null;
        all.add(
            new CatalogChange(
                Sort.HIT,
                each.kind(),
                each.id(),
                cityOf(each),
                need,
                Map.of("entry", each.name(), "search", search)));
      }
    }
    return all;
  }

  private static @Nullable EntryId cityOf(Entry entry) {
    return switch (entry) {
      case Need need -> need.city();
      case Deployment deployment -> deployment.city();
      default -> null;
    };
  }

  private static Entry.Key key(Entry entry) {
    return new Entry.Key(entry.kind(), entry.id());
  }

  private List<Entry> hits(GenerationView generation, String query) {
    return hits.computeIfAbsent(generation.id() + " " + query, key -> generation.hits(query));
  }
}
