package greenpair.follow;

import module java.base;

import greenpair.Records;
import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.follow.FollowRun.Generations;
import org.jspecify.annotations.Nullable;

/// A catalog in memory that is changed and published, for tests of what follows from it. A firm is
/// recommended for the need whose id its deployment begins with, while it is in business and
/// proven.
public final class FakeCatalog implements Generations {
  private static final PartialDate SAID = PartialDate.of("2026-01");

  private final Map<String, View> published = new LinkedHashMap<>();
  private final Map<EntryId, City> cities = new TreeMap<>();
  private final Map<EntryId, Need> needs = new TreeMap<>();
  private final Map<EntryId, Firm> firms = new TreeMap<>();
  private final Map<EntryId, Deployment> deployments = new TreeMap<>();
  private final Set<String> lost = new TreeSet<>();

  /// Called at each look at a generation.
  public Runnable step = () -> {};

  private static Profile profile(String id, String name, String source) {
    Provenance from = new Provenance(source, null, null, true, null);
    return new Profile(
        new EntryId(id), new Text(name, null), null, List.of(), List.of(from), Set.of(), Map.of());
  }

  public void city(String id) {
    Profile profile = profile(id, "City " + id, "a");
    cities.put(
        profile.id(),
        new City(
            profile, "CN", null, null, null, null, null, null, null, null, null, List.of(), null,
            null, List.of(), null));
  }

  public void removeCity(String id) {
    cities.remove(new EntryId(id));
  }

  public void need(String id, String city, Need.@Nullable State state, @Nullable String due) {
    need(id, city, state, due, "a");
  }

  private void need(
      String id, String city, Need.@Nullable State state, @Nullable String due, String source) {
    Need.Purchase purchase =
        due == null
            ? Need.Purchase.UNKNOWN
            : new Need.Purchase(null, List.of(), null, null, PartialDate.of(due), null, null);
    Need.Standing standing =
        state == null ? null : new Need.Standing(null, SAID, null, state, null, null, List.of());
    Profile profile = profile(id, "Need " + id, source);
    needs.put(
        profile.id(),
        Records.make(
            Need.class,
            "profile",
            profile,
            "city",
            new EntryId(city),
            "standing",
            standing,
            "purchase",
            purchase));
  }

  public void firm(String id, String name, Partner.Status status) {
    Profile profile = profile(id, name, "a");
    Partner partner = Records.make(Partner.class, "status", status);
    firms.put(profile.id(), new Firm(profile, partner, null, List.of(), null, null));
  }

  /// Proves a firm for a need.
  ///
  /// @param id begins with the id of the need that it proves the firm for, and a dot
  public void deployment(String id, String city, String firm) {
    Profile profile = profile(id, "Case " + id, "a");
    deployments.put(
        profile.id(),
        Records.make(
            Deployment.class,
            "profile",
            profile,
            "city",
            new EntryId(city),
            "firms",
            List.of(new EntryId(firm)),
            "start",
            2020,
            "status",
            Deployment.Status.OPERATING,
            "grade",
            Grade.A));
  }

  public void removeDeployment(String id) {
    deployments.remove(new EntryId(id));
  }

  /// Writes every need anew with another source: a clean-up that changes no fact.
  public void cleanUp(String source) {
    for (Need each : List.copyOf(needs.values())) {
      PartialDate due = each.purchase().due();
      need(
          each.id().value(),
          each.city().value(),
          each.state(),
          due == null ? null : due.toString(),
          source);
    }
  }

  public String publish() {
    String id = String.format("g%04d", published.size() + 1);
    published.put(
        id,
        new View(
            id,
            new TreeMap<>(cities),
            new TreeMap<>(needs),
            new TreeMap<>(firms),
            new TreeMap<>(deployments)));
    return id;
  }

  /// Makes one impossible to open.
  public void lose(String id) {
    lost.add(id);
  }

  @Override
  public Optional<String> served() {
    step.run();
    return published.isEmpty()
        ? Optional.empty()
        : Optional.of(List.copyOf(published.keySet()).getLast());
  }

  @Override
  public List<String> after(String id) {
    step.run();
    return published.keySet().stream().filter(each -> each.compareTo(id) > 0).toList();
  }

  @Override
  public Optional<GenerationView> open(String id) {
    step.run();
    return lost.contains(id) ? Optional.empty() : Optional.ofNullable(published.get(id));
  }

  private record View(
      String id,
      Map<EntryId, City> cities,
      Map<EntryId, Need> all,
      Map<EntryId, Firm> firms,
      Map<EntryId, Deployment> cases)
      implements GenerationView {
    @Override
    public Optional<Entry> entry(Kind kind, EntryId id) {
      return Optional.ofNullable(
          switch (kind) {
            case CITY -> cities.get(id);
            case NEED -> all.get(id);
            case FIRM -> firms.get(id);
            case DEPLOYMENT -> cases.get(id);
            default -> null;
          });
    }

    @Override
    public List<Need> needs(EntryId city) {
      return all.values().stream().filter(each -> each.city().equals(city)).toList();
    }

    @Override
    public Set<EntryId> recommended(Kind kind, Need need) {
      return kind != Kind.FIRM
          ? Set.of()
          : cases.values().stream()
              .filter(each -> each.id().value().startsWith(need.id() + "."))
              .flatMap(each -> each.firms().stream())
              .flatMap(firm -> Optional.ofNullable(firms.get(firm)).stream())
              .filter(firm -> firm.partner().status() == Partner.Status.ACTIVE)
              .map(Firm::id)
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void deployments(Consumer<Deployment> each) {
      cases.values().forEach(each);
    }

    @Override
    public List<Entry> hits(String query) {
      List<Entry> hits = new ArrayList<>();
      firms.values().stream()
          .filter(each -> String.valueOf(each.name().en()).contains(query))
          .forEach(hits::add);
      return hits;
    }

    @Override
    public void close() {}
  }
}
