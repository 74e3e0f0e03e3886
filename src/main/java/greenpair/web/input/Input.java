package greenpair.web.input;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The contents of a request, checked against the snapshot that will answer it.
public final class Input {
  private final ApiRequest sent;
  private final Snapshot snapshot;
  private final ValueParser checks;
  private final NearNames near;
  private @Nullable BodyFields body;

  public Input(ApiRequest sent, Snapshot snapshot, ValueParser checks, NearNames near) {
    this.sent = sent;
    this.snapshot = snapshot;
    this.checks = checks;
    this.near = near;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public ValueParser checks() {
    return checks;
  }

  /// Adds a fault of a parameter or a field of the body.
  public void fault(String field, @Nullable String value, Message rule, Message next) {
    checks.fault(field, value, rule, next);
  }

  /// Refuses the request with all its faults, if it has any: also for keys of the body that were
  /// not read by now.
  public void check() {
    if (body != null) {
      body.finish();
    }
    checks.faults().throwIfAny();
  }

  /// The query, which may hold these parameters and no others.
  public Parameters parameters(String... known) {
    return ContentNegotiation.parameters(sent, checks, known);
  }

  /// The entry of that kind that a field names; null if none is named or after an error.
  public @Nullable EntryId entry(String field, @Nullable String word, Kind kind) {
    if (word == null) {
      return null;
    }
    Optional<Entry> entry = find(kind, word);
    if (entry.isEmpty()) {
      unknown(field, word, kind);
    }
    return entry.map(Entry::id).orElse(null);
  }

  /// The JSON object of the body.
  ///
  /// @throws greenpair.web.http.RefusedException if there is none: its fields cannot be read then
  public BodyFields body() {
    BodyFields fields = new BodyFields("", sent.body(), checks);
    body = fields;
    return fields;
  }

  /// The kind that the address names; nothing after an error was recorded.
  public Optional<Kind> kindInPath() {
    String word = sent.inPath("kind");
    Optional<Kind> kind = Kind.of(word);
    if (kind.isEmpty()) {
      Set<String> words = ValueParser.words(Kind.values()).keySet();
      Message advice = Message.of("next.use_one_in_address");
      Message next = ValueParser.didYouMean(word, words, advice);
      checks.faults().addMissing("kind", word, ValueParser.oneOf(words), next);
    }
    return kind;
  }

  /// The entry that the address names; nothing after an error was recorded.
  public Optional<Entry> inPath(Kind kind) {
    String word = sent.inPath("id");
    Optional<Entry> entry = find(kind, word);
    if (entry.isEmpty()) {
      checks.faults().addMissing("id", word, rule(kind), near.next(word, kind, snapshot));
    }
    return entry;
  }

  /// The entry of the first of those kinds that has the id in the path; an error if none has it.
  public Optional<Entry> inPath(List<Kind> kinds) {
    String word = sent.inPath("id");
    return kinds.stream()
        .flatMap(kind -> find(kind, word).stream())
        .findFirst()
        .or(() -> inPath(kinds.getFirst()));
  }

  /// The city that a parameter or a field names; null if none is named.
  public @Nullable EntryId city(String field, @Nullable String word) {
    if (word == null) {
      return null;
    }
    Optional<EntryId> id = id(word).filter(each -> snapshot.city(each).isPresent());
    if (id.isEmpty()) {
      unknown(field, word, Kind.CITY);
    }
    return id.orElse(null);
  }

  /// The need that a parameter or a field names; null if none is named.
  ///
  /// @param city the city that it must belong to; null if that is not known
  public @Nullable EntryId need(String field, @Nullable String word, @Nullable EntryId city) {
    if (word == null) {
      return null;
    }
    Optional<Need> need = find(Kind.NEED, word).map(Need.class::cast);
    if (need.isEmpty()) {
      unknown(field, word, Kind.NEED);
    } else if (city != null && !need.get().city().equals(city)) {
      checks.fault(
          field,
          word,
          Message.of("check.need_of_city", "city", city),
          Message.of("check.need_of_city.next", "city", need.get().city()));
    }
    return need.map(Entry::id).orElse(null);
  }

  private void unknown(String field, String word, Kind kind) {
    checks.fault(field, word, rule(kind), near.next(word, kind, snapshot));
  }

  private static Message rule(Kind kind) {
    return Message.of("check.entry", "kind", Message.of("kind." + kind.word()));
  }

  private Optional<Entry> find(Kind kind, String word) {
    return id(word).flatMap(id -> snapshot.entry(kind, id));
  }

  /// The word as an id, or nothing if no entry can have it.
  private static Optional<EntryId> id(String word) {
    try {
      return Optional.of(new EntryId(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The city that the address names.
  public Optional<City> cityInPath() {
    return inPath(Kind.CITY).map(City.class::cast);
  }
}
