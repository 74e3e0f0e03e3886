package greenpair.follow;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.program.follow.CatalogChange;
import greenpair.program.follow.CatalogChange.Sort;
import greenpair.program.follow.Follows.Follow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          ? List.of(finding(Sort.CITY_GONE, Kind.CITY, city, city, null, "city", follow.name()))
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
    if (was.isEmpty() || is.isEmpty()) {
      Need need = is.or(() -> was).orElseThrow();
      Sort sort = was.isEmpty() ? Sort.NEED_NEW : Sort.NEED_GONE;
      return List.of(
          finding(
              sort,
              is.isPresent() ? Kind.NEED : Kind.CITY,
              is.isPresent() ? id : need.city(),
              need.city(),
              id,
              "need",
              need.name()));
    }
    List<CatalogChange> all = new ArrayList<>();
    if (was.get().state() != is.get().state()) {
      all.add(
          finding(
              Sort.NEED_STATE,
              Kind.NEED,
              id,
              is.get().city(),
              id,
              "need",
              is.get().name(),
              "from",
              word(was.get().state()),
              "to",
              word(is.get().state())));
    }
    if (was.get().isOpen() && is.get().isOpen()) {
      for (Kind kind : Kind.PARTNERS) {
        all.addAll(ofList(kind, was.get(), is.get()));
      }
    }
    return all;
  }

  private static String word(@Nullable Enum<?> value) {
    return value == null ? "unknown" : value.name().toLowerCase(Locale.ROOT);
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
    boolean isGone = sort == Sort.PARTNER_GONE;
    return finding(
        sort,
        isGone ? Kind.NEED : partner.kind(),
        isGone ? need.id() : partner.id(),
        need.city(),
        need.id(),
        "partner",
        partner.name(),
        "id",
        partner.id().value(),
        "need",
        need.name());
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
    return finding(
        sort,
        partner.kind(),
        partner.id(),
        null,
        null,
        "partner",
        partner.name(),
        "id",
        partner.id().value());
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
    return finding(
        sort,
        of.kind(),
        of.id(),
        deployment.city(),
        null,
        "deployment",
        deployment.name(),
        "id",
        deployment.id().value(),
        "of",
        name);
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
        all.add(
            finding(
                Sort.HIT,
                each.kind(),
                each.id(),
                cityOf(each),
                each instanceof Need need ? need.id() : null,
                "entry",
                each.name(),
                "search",
                follow.name().best(greenpair.catalog.Language.EN)));
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

  private static CatalogChange finding(
      Sort sort,
      Kind kind,
      EntryId entry,
      @Nullable EntryId city,
      @Nullable EntryId need,
      Object... arguments) {
    Map<String, Object> named = new TreeMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      named.put((String) arguments[at], arguments[at + 1]);
    }
    return new CatalogChange(sort, kind, entry, city, need, named);
  }
}
