package greenpair.web.input;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.web.http.Faults;
import greenpair.web.http.Format;
import greenpair.web.http.ValueParser;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The contents of a request, checked against the snapshot that will answer it.
public final class Input {
  private final ApiRequest sent;
  private final @Nullable Supplier<Snapshot> snapshot;
  private final ValueParser checks;
  private final BiFunction<Kind, EntryId, Optional<EntryId>> drafts;
  private final List<BodyFields> read = new ArrayList<>();

  public Input(ApiRequest sent, Snapshot snapshot) {
    this(
        sent,
        () -> snapshot,
        new ValueParser(new Faults(), snapshot.taxonomy()),
        (kind, id) -> Optional.empty());
  }

  /// @param snapshot is asked only for what needs one; null if entries are not looked up
  /// @param drafts finds entries that users entered: for a need its city, for a city itself
  public Input(
      ApiRequest sent,
      @Nullable Supplier<Snapshot> snapshot,
      ValueParser checks,
      BiFunction<Kind, EntryId, Optional<EntryId>> drafts) {
    this.sent = sent;
    this.snapshot = snapshot;
    this.checks = checks;
    this.drafts = drafts;
  }

  /// The contents of a request whose entries are not looked up: any may be there.
  public static Input plain(ApiRequest sent, ValueParser checks) {
    return new Input(sent, null, checks, (kind, id) -> Optional.empty());
  }

  /// Refuses parameters where none is read.
  ///
  /// @throws greenpair.web.http.RefusedException if there is one
  public static void refuseParameters(Context context) {
    ValueParser checks = new ValueParser(new Faults(), new Taxonomy(List.of()));
    var _ = plain(ApiRequest.of(context), checks).query((binder, fields) -> "");
    checks.faults().throwIfAny();
  }

  /// The parameters of a query that names no entries, as a record.
  public static <T> T query(Class<T> type, BodyFields fields) {
    return new Binder((field, word, kinds, drafts, city) -> null).bind(type, fields);
  }

  public Snapshot snapshot() {
    return Objects.requireNonNull(snapshot, "no catalog to look up entries").get();
  }

  public ValueParser checks() {
    return checks;
  }

  public void fault(String field, @Nullable String value, Message rule, Message next) {
    checks.fault(field, value, rule, next);
  }

  /// Refuses the request with all its faults, if it has any: also for keys of the body that were
  /// not read by now.
  public void check() {
    read.forEach(BodyFields::finish);
    read.clear();
    checks.faults().throwIfAny();
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
    return read(sent.content().get(), sent.encoding());
  }

  private BodyFields read(ObjectNode object, BodyFields.Encoding encoding) {
    BodyFields fields = new BodyFields("", object, checks, encoding);
    read.add(fields);
    return fields;
  }

  /// The body as a record.
  ///
  /// @throws greenpair.web.http.RefusedException with all faults
  public <T> T body(Class<T> type) {
    return body(type, sent -> {});
  }

  /// The body as a record, with a check that needs more than the record.
  ///
  /// @throws greenpair.web.http.RefusedException with all faults
  public <T> T body(Class<T> type, Consumer<T> more) {
    T made = new Binder(this::find).bind(type, body());
    more.accept(made);
    check();
    return made;
  }

  /// The parameters of the query as a record; `format` is read by the frame.
  ///
  /// @throws greenpair.web.http.RefusedException with all faults
  public <T> T query(Class<T> type) {
    return query(type, sent -> {});
  }

  /// The same, with a check that needs more than the record.
  ///
  /// @throws greenpair.web.http.RefusedException with all faults
  public <T> T query(Class<T> type, Consumer<T> more) {
    T made = query((binder, fields) -> binder.bind(type, fields));
    more.accept(made);
    checks.faults().throwIfAny();
    return made;
  }

  /// The parameters of the query as they are bound. A GET of the API has a format too; texts are
  /// narrowed to the language that the client prefers, if it names none.
  public <T> T query(BiFunction<Binder, BodyFields, T> binding) {
    ObjectNode object = Parameters.object(sent.query(), checks);
    BodyFields fields = BodyFields.ofQuery(object, checks);
    T made = binding.apply(new Binder(this::find, sent.preferred()), fields);
    if (sent.hasFormat()) {
      var _ = fields.choice(Format.PARAMETER, Format.WORDS);
    }
    fields.finish();
    return made;
  }

  /// The entry of one of those kinds that a field names; null after an error.
  public @Nullable EntryId known(String field, String word, List<Kind> kinds) {
    return find(field, word, kinds, false, null);
  }

  /// Where the request comes from, for the audit.
  public RequestOrigin origin() {
    return sent.origin();
  }

  private @Nullable EntryId find(
      String field, String word, List<Kind> kinds, boolean isDraft, @Nullable EntryId city) {
    if (snapshot == null) {
      return checks.id(field, word);
    }
    if (isDraft && isDraft(word, kinds.getLast(), city)) {
      return new EntryId(word);
    }
    for (Kind kind : kinds.subList(0, kinds.size() - 1)) {
      if (find(kind, word).isPresent()) {
        return new EntryId(word);
      }
    }
    return kinds.getLast() == Kind.NEED
        ? need(field, word, city)
        : entry(field, word, kinds.getLast());
  }

  /// The city of the catalog, or that a user entered; null after an error.
  public @Nullable EntryId cityOrDraft(String field, String word) {
    return find(field, word, List.of(Kind.CITY), true, null);
  }

  private boolean isDraft(String word, Kind kind, @Nullable EntryId city) {
    return EntryId.parse(word)
        .flatMap(id -> drafts.apply(kind, id))
        .filter(of -> kind == Kind.CITY || city == null || of.equals(city))
        .isPresent();
  }

  /// The part of the address that the route calls so.
  public String path(String name) {
    return sent.inPath(name);
  }

  /// The number of the state that a change is based on.
  ///
  /// @param last number of the current state; 0 if there is none
  public int basis(int last) {
    return sent.basis(last);
  }

  /// The kind that the address names; nothing after an error was recorded.
  public Optional<Kind> kindInPath() {
    String word = sent.inPath("kind");
    Optional<Kind> kind = Kind.of(word);
    if (kind.isEmpty()) {
      Set<String> words = Word.all(Kind.values()).keySet();
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
      checks.faults().addMissing("id", word, rule(kind), next(word, kind));
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
    checks.fault(field, word, rule(kind), next(word, kind));
  }

  /// The entry that was most likely meant, and where to look.
  private Message next(String word, Kind kind) {
    Message advice = Message.of("find." + (kind.isPartner() ? "partner" : kind.word()));
    return snapshot()
        .nearest(kind, word)
        .map(near -> ValueParser.didYouMean(near, advice))
        .orElse(advice);
  }

  /// What a field that names an entry of that kind must be.
  public static Message rule(Kind kind) {
    return Message.of("check.entry", "kind", Message.of("words.common", "word", kind.word()));
  }

  private Optional<Entry> find(Kind kind, String word) {
    return EntryId.parse(word).flatMap(id -> snapshot().entry(kind, id));
  }
}
