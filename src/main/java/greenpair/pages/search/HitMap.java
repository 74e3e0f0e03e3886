package greenpair.pages.search;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.Precedent;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.pages.view.WorldMap;
import greenpair.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The hits of a page on a map: cities, needs and cases where they are, partners and solutions
/// where their best checked cases are. Each hit has its number on the page and on the map.
public record HitMap(WorldMap map, Map<EntryId, List<Spot>> places) {
  private static final int CASES = 3;

  /// Cases of a technology among which those of a solution are chosen.
  private static final int LOOKED_AT = 20;

  private static final String NO_GRADE = "none";

  /// A place of a hit.
  ///
  /// @param grade of the case there; `none` for what is no case
  public record Spot(Text name, @Nullable Place place, String grade) {}

  static HitMap of(List<Hit> hits, @Nullable City home, Snapshot snapshot) {
    Map<EntryId, List<Spot>> places = new HashMap<>();
    List<WorldMap.Spot> drawn = new ArrayList<>();
    for (int at = 0; at < hits.size(); at++) {
      List<Spot> spots = spots(hits.get(at), home, snapshot);
      places.put(hits.get(at).id(), spots);
      for (Spot each : spots) {
        if (each.place() != null) {
          drawn.add(new WorldMap.Spot(at + 1, each.place(), each.grade(), each.name()));
        }
      }
    }
    WorldMap map =
        home == null
            ? WorldMap.of(null, null, drawn)
            : WorldMap.of(home.place(), home.name(), drawn);
    return new HitMap(map, places);
  }

  public boolean isEmpty() {
    return map.dots().isEmpty();
  }

  private static List<Spot> spots(Hit hit, @Nullable City home, Snapshot snapshot) {
    return switch (hit.kind()) {
      case CITY -> in(hit.id(), NO_GRADE, snapshot);
      case NEED ->
          snapshot.entry(Kind.NEED, hit.id()).map(Need.class::cast).stream()
              .flatMap(need -> in(need.city(), NO_GRADE, snapshot).stream())
              .toList();
      case DEPLOYMENT ->
          snapshot.entry(Kind.DEPLOYMENT, hit.id()).map(Deployment.class::cast).stream()
              .flatMap(each -> in(each.city(), each.grade().name(), snapshot).stream())
              .toList();
      case FIRM, FINANCIER, EXPERT -> best(own(hit, snapshot), snapshot);
      case SOLUTION -> best(cases(hit, home, snapshot), snapshot);
      case PROGRAMME -> List.of();
    };
  }

  private static List<Spot> in(EntryId city, String grade, Snapshot snapshot) {
    Place place =
        snapshot.city(city).flatMap(each -> Optional.ofNullable(each.place())).orElse(null);
    return snapshot.name(Kind.CITY, city).stream()
        .map(name -> new Spot(name, place, grade))
        .toList();
  }

  private static Stream<Precedent> own(Hit hit, Snapshot snapshot) {
    CandidateQuery query = new CandidateQuery(hit.kind(), Map.of(), "", null, 1);
    return snapshot.candidate(query, hit.id()).stream()
        .flatMap(candidate -> candidate.precedents().stream());
  }

  /// Cases of the technologies of a solution, those in the country of the user's city first.
  private static Stream<Precedent> cases(Hit hit, @Nullable City home, Snapshot snapshot) {
    List<Code> codes = hit.technologies().stream().map(Answer.NamedCode::code).toList();
    return Optional.ofNullable(home)
        .map(City::id)
        .or(() -> snapshot.participants(1).stream().map(City::id).findFirst())
        .flatMap(snapshot::city)
        .stream()
        .flatMap(city -> snapshot.precedents(codes, city, LOOKED_AT).stream());
  }

  /// The strongest case of each city, strongest first.
  private static List<Spot> best(Stream<Precedent> cases, Snapshot snapshot) {
    Map<EntryId, String> grades = new LinkedHashMap<>();
    cases
        .filter(each -> each.verified() && each.proves())
        .sorted(
            Comparator.comparing(Precedent::grade)
                .thenComparing(Precedent::year, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Precedent::deployment))
        .forEach(each -> grades.putIfAbsent(each.city().id(), each.grade().name()));
    return grades.entrySet().stream()
        .limit(CASES)
        .flatMap(each -> in(each.getKey(), each.getValue(), snapshot).stream())
        .toList();
  }
}
