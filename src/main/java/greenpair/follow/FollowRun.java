package greenpair.follow;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.program.ProgramStore;
import greenpair.program.follow.CatalogChange;
import greenpair.program.follow.Changes;
import greenpair.program.follow.Follows.Follow;
import org.jspecify.annotations.Nullable;

/// Records the changes for each person who follows something, from the last compared generation to
/// the one that is served. The changes between two generations and the step from one to the other
/// are written in one transaction: after a crash they are either stored or found again, and only
/// one of several servers writes them. Not thread-safe.
public final class FollowRun {
  private final ProgramStore store;
  private final Generations generations;
  private final Clock calendar;
  private final int deadlineDays;
  private @Nullable Checked checked;

  /// @param calendar gives the current day of the programme
  /// @param deadlineDays how many days before its deadline a need is named; 0 for never
  public FollowRun(ProgramStore store, Generations generations, Clock calendar, int deadlineDays) {
    this.store = store;
    this.generations = generations;
    this.calendar = calendar;
    this.deadlineDays = deadlineDays;
  }

  private record Notice(String person, CatalogChange finding) {}

  /// The inputs of near deadlines.
  private record Checked(String served, LocalDate day, List<Follow> follows) {}

  /// Proceeds as far as possible. Followed items are read once.
  public void run() {
    Optional<String> served = generations.served();
    if (served.isEmpty()) {
      return;
    }
    List<Follow> follows = store.read(all -> all.follows().all());
    Optional<Changes.Place> begun = store.read(all -> all.changes().place());
    if (begun.isEmpty()) {
      store.write(
          all -> {
            all.changes().begin(served.get(), calendar.instant());
            return served;
          });
    } else {
      Changes.Place place = begun.get();
      for (String next : generations.after(place.generation())) {
        Optional<Changes.Place> reached = step(place, next, follows);
        if (reached.isEmpty()) {
          return; // Another server goes on from there.
        }
        place = reached.get();
      }
    }
    if (deadlineDays > 0) {
      deadlines(served.get(), follows);
    }
  }

  /// Goes one step; empty if another server did so first.
  private Optional<Changes.Place> step(Changes.Place place, String next, List<Follow> follows) {
    List<Notice> notices = new ArrayList<>();
    if (!follows.isEmpty()) {
      Optional<GenerationView> later = generations.open(next);
      if (later.isEmpty()) {
        return Optional.of(place); // The next one that can be opened is compared with the last.
      }
      try (GenerationView after = later.get()) {
        notices = compare(place.generation(), after, follows);
      }
    }
    List<Notice> found = notices;
    return store.write(
        all -> {
          if (!all.changes().advance(place, next)) {
            return Optional.<Changes.Place>empty();
          }
          Instant now = calendar.instant();
          found.forEach(each -> all.changes().add(each.person, each.finding, place, next, now));
          return Optional.of(new Changes.Place(next, place.number() + 1));
        });
  }

  private List<Notice> compare(String earlier, GenerationView after, List<Follow> follows) {
    List<Notice> notices = new ArrayList<>();
    Optional<GenerationView> before = generations.open(earlier);
    if (before.isEmpty()) {
      follows.stream()
          .map(Follow::person)
          .distinct()
          .forEach(person -> notices.add(new Notice(person, unknown(follows, person))));
      return notices;
    }
    try (GenerationView was = before.get()) {
      Differences differences = new Differences(was, after, follows);
      for (Follow follow : follows) {
        differences.of(follow).forEach(each -> notices.add(new Notice(follow.person(), each)));
      }
    }
    return notices;
  }

  /// The comparison was not possible.
  private static CatalogChange unknown(List<Follow> follows, String person) {
    long count = follows.stream().filter(each -> each.person().equals(person)).count();
    return new CatalogChange(
        CatalogChange.Sort.UNKNOWN,
        Kind.PROGRAMME,
        new EntryId("catalog"),
        null,
        null,
        Map.of("count", count));
  }

  private void deadlines(String served, List<Follow> all) {
    List<Follow> follows =
        all.stream()
            .filter(each -> each.sort() == Follow.Sort.CITY || each.sort() == Follow.Sort.NEED)
            .toList();
    // This runs every few seconds: a generation is opened only if the answer can be another.
    Checked now = new Checked(served, LocalDate.now(calendar), follows);
    if (follows.isEmpty() || now.equals(checked)) {
      return;
    }
    Optional<GenerationView> opened = generations.open(served);
    if (opened.isPresent()) {
      note(served, opened.get(), follows);
      checked = now;
    }
  }

  private void note(String served, GenerationView opened, List<Follow> follows) {
    List<Notice> near = new ArrayList<>();
    try (opened) {
      for (Follow follow : follows) {
        needs(follow, opened)
            .flatMap(need -> deadline(need).stream())
            .forEach(each -> near.add(new Notice(follow.person(), each)));
      }
    }
    List<Notice> unsent =
        store.read(
            all ->
                near.stream()
                    .filter(each -> !all.changes().isNoted(each.person, each.finding))
                    .toList());
    if (!unsent.isEmpty()) {
      store.write(
          all -> {
            Instant now = calendar.instant();
            unsent.forEach(each -> all.changes().addOnce(each.person, each.finding, served, now));
            return now;
          });
    }
  }

  private static Stream<Need> needs(Follow follow, GenerationView now) {
    if (follow.sort() == Follow.Sort.NEED) {
      return now.entry(Kind.NEED, follow.entry()).map(Need.class::cast).stream();
    }
    Optional<Entry> city = now.entry(Kind.CITY, follow.entry());
    return city.isEmpty() ? Stream.empty() : now.needs(follow.entry()).stream();
  }

  private Optional<CatalogChange> deadline(Need need) {
    PartialDate due = need.purchase().due();
    LocalDate today = LocalDate.now(calendar);
    if (due == null
        || !need.isOpen()
        || due.last().isBefore(today)
        || due.last().isAfter(today.plusDays(deadlineDays))) {
      return Optional.empty();
    }
    return Optional.of(
        new CatalogChange(
            CatalogChange.Sort.DEADLINE,
            Kind.NEED,
            need.id(),
            need.city(),
            need.id(),
            Map.of("need", need.name(), "date", due.toString())));
  }

  /// The generations that were published.
  public interface Generations {
    /// The one that is served; nothing before the first.
    Optional<String> served();

    /// Those that were published after that one, oldest first, up to the one that is served.
    List<String> after(String id);

    /// Opens one; nothing if it is gone, damaged or of another configuration.
    Optional<GenerationView> open(String id);
  }
}
