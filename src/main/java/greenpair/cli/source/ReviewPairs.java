package greenpair.cli.source;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Nearest;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import greenpair.index.GenerationStore;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.reindex.merge.RecordIds;
import greenpair.reindex.run.ReviewFiles;
import greenpair.reindex.run.ReviewFiles.OpenReview;
import greenpair.reindex.run.ReviewFiles.Review;

/// The pairs that a person can decide: uncertain ones, those answered before, and any two records.
final class ReviewPairs {
  private final Places places;
  private final ReviewFiles files;
  private final RecordIds ids;

  ReviewPairs(Places places) {
    this.places = places;
    this.files = new ReviewFiles(places.data());
    GenerationStore store = places.store();
    this.ids = new RecordIds(store.directory(store.published().orElse("none")));
  }

  /// @throws IllegalArgumentException if there is none or more than one
  OpenReview called(String name) throws IOException {
    List<OpenReview> found =
        new ArrayList<>(files.open().stream().filter(each -> each.isCalled(name)).toList());
    for (Review each : files.answers()) {
      found.add(new OpenReview(each.one(), each.two(), 0, Map.of(), Map.of(), Map.of()));
    }
    List<String> wholes =
        found.stream()
            .filter(each -> each.isCalled(name))
            .map(each -> Review.pair(each.one(), each.two()))
            .distinct()
            .toList();
    if (wholes.size() > 1) {
      throw new MessageException(Message.of("review.several", "name", name, "pairs", wholes));
    }
    return found.stream()
        .filter(each -> each.isCalled(name))
        .findFirst()
        .orElseThrow(
            () -> new AbsentException(Message.of("absent.pair", "name", Nearest.shorten(name))));
  }

  /// Any two records of what is published.
  ///
  /// @param one source and id, such as `gbfs/lime`
  /// @throws IllegalArgumentException if one of them does not exist
  OpenReview of(String one, String two) throws IOException {
    if (one.equals(two)) {
      throw new MessageException(Message.of("review.same_record", "name", one));
    }
    CommandWiring wiring = CommandWiring.read(places.config());
    try (OpenIndex index = OpenIndex.open(wiring, places)) {
      for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
        if (isThere(one, kind, wiring, index) && isThere(two, kind, wiring, index)) {
          return new OpenReview(
              kind.word() + " " + one, kind.word() + " " + two, 0, Map.of(), Map.of(), Map.of());
        }
      }
    }
    throw new MessageException(Message.of("review.no_records", "one", one, "other", two));
  }

  private boolean isThere(String record, Kind kind, CommandWiring wiring, OpenIndex index)
      throws IOException {
    int slash = record.indexOf('/');
    String source = record.substring(0, Math.max(0, slash));
    boolean isKnown =
        source.equals(RecordIds.CATALOG)
            || wiring.folder().names("sources").contains(source + ".yaml");
    if (!isKnown) {
      return false;
    }
    EntryId id = new EntryId(record.substring(slash + 1));
    EntryId now = new EntryId(ids.of(source, kind, id));
    return index.snapshot().entry(kind, now).isPresent();
  }
}
