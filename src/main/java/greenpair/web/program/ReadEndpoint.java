package greenpair.web.program;

import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.ListCursor;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.Faults;
import greenpair.web.http.Format;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.http.RequestId;
import greenpair.web.http.ShownPath;
import greenpair.web.http.ValueParser;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Binder;
import greenpair.web.input.BodyFields;
import greenpair.web.input.ContentNegotiation;
import greenpair.web.input.Slice;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The frame of every request that reads programme data: parses the parameters, reads the records,
/// audits access to private data, and only then replies.
public record ReadEndpoint(
    ProgramStore store, Guard guard, Taxonomy taxonomy, Replies replies, InstantSource clock) {
  private static final int LONGEST_ADDRESS = 500;

  /// Reads a part of a list.
  public interface Listing<Q, T> {
    Page<T> read(Q query, Records records, Caller caller, long before, int limit);
  }

  /// Reads one record that the caller may see.
  public interface Finding<T> {
    Optional<T> find(Records records, Caller caller, String id);
  }

  /// Reads records by a query.
  public interface Reading<Q> {
    Shown read(Q query, Records records, Caller caller);
  }

  /// A record as it is shown that may have private data in it.
  public interface Guarded {
    /// The private data in it, for the audit, such as `need n1: budget`.
    List<String> secrets();
  }

  /// The records shown to the caller.
  ///
  /// @param secrets the private data in it, for the audit, such as `need n1: budget`
  public record Shown(Object body, List<String> secrets) {
    public Shown {
      secrets = List.copyOf(secrets);
    }

    public static Shown of(Object body) {
      return new Shown(body, secretsOf(body));
    }

    public static Shown of(List<?> items, @Nullable String next) {
      List<String> secrets =
          items.stream().flatMap(each -> secretsOf(each).stream()).distinct().toList();
      return new Shown(new Items<>(items, next), secrets);
    }

    private static List<String> secretsOf(Object body) {
      return body instanceof Guarded guarded ? guarded.secrets() : List.of();
    }
  }

  /// A part of a list.
  ///
  /// @param next null on the last part
  record Items<T>(List<T> items, @Nullable String next) {}

  /// A query of a list, with the part that is asked for.
  private record Sliced<Q>(Q query, Slice slice) {}

  /// The parameters of the query.
  ///
  /// @throws RefusedException with all faults
  public <Q> Q query(Context context, Class<Q> type) {
    return bound(context, (binder, fields) -> binder.bind(type, fields));
  }

  ValueParser checks() {
    return ValueParser.ofStored(new Faults(), taxonomy);
  }

  private <Q> Q bound(Context context, BiFunction<Binder, BodyFields, Q> reading) {
    ValueParser checks = checks();
    Q query = ContentNegotiation.query(ApiRequest.of(context), checks, Binder.NONE, reading);
    checks.faults().throwIfAny();
    return query;
  }

  private void reply(Context context, BiFunction<Records, Caller, Shown> reading) {
    Shown shown = readAudited(context, reading, Shown::secrets);
    if (Format.isExport(context)) {
      exported(context);
    }
    send(context, shown.body());
  }

  private void send(Context context, Object body) {
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, body);
  }

  public <Q> void answer(Context context, Class<Q> type, Reading<Q> reading) {
    Q query = query(context, type);
    reply(context, (records, caller) -> reading.read(query, records, caller));
  }

  /// Answers a list, newest first, a part at a time.
  public <Q, T> void list(
      Context context, Class<Q> type, Listing<Q, T> listing, BiFunction<T, Caller, ?> showing) {
    Sliced<Q> asked =
        bound(
            context,
            (binder, fields) ->
                new Sliced<>(binder.bind(type, fields), binder.bind(Slice.class, fields)));
    reply(
        context,
        (records, caller) -> {
          Page<T> page =
              listing.read(
                  asked.query(), records, caller, asked.slice().before(), asked.slice().limit());
          return Shown.of(
              page.items().stream().map(each -> showing.apply(each, caller)).toList(),
              ListCursor.of(page.next()));
        });
  }

  public <Q, T> Route listRoute(
      String name,
      String path,
      Access access,
      Class<Q> query,
      Class<?> gives,
      Listing<Q, T> listing,
      BiFunction<T, Caller, ?> showing) {
    return Route.get(path, access, context -> list(context, query, listing, showing))
        .asList(name, query, gives);
  }

  /// The record that the address names.
  public <T, V> Route oneRoute(
      String name,
      String path,
      Access access,
      Class<V> gives,
      Finding<T> finding,
      BiFunction<T, Caller, V> showing) {
    return Route.get(path, access, context -> one(context, finding, showing)).as(name, gives);
  }

  /// Answers the record that the address names.
  public <T> void one(Context context, Finding<T> finding, BiFunction<T, Caller, ?> showing) {
    oneNamed(context, context.pathParam("id"), finding, showing);
  }

  /// The same for an address that names the record otherwise.
  public <T> void oneNamed(
      Context context, String id, Finding<T> finding, BiFunction<T, Caller, ?> showing) {
    reply(
        context,
        (records, caller) -> Shown.of(showing.apply(found(finding, records, caller, id), caller)));
  }

  public void alone(Context context, BiFunction<Records, Caller, ?> finding) {
    reply(context, (records, caller) -> Shown.of(finding.apply(records, caller)));
  }

  /// Answers with a result that takes long to compute from the record in the address: the database
  /// connection is given back before it begins.
  public <Q, T> void computedOf(
      Context context, Class<Q> type, Finding<T> finding, BiFunction<Q, T, ?> making) {
    Q query = query(context, type);
    T found = found(context, finding);
    send(context, making.apply(query, found));
  }

  /// Answers with what is made by the parameters of the request, for making that takes long: no
  /// database connection is held meanwhile.
  public <Q> void computed(Context context, Class<Q> type, Function<Q, ?> making) {
    send(context, making.apply(query(context, type)));
  }

  /// The language that `lang` asks for, the only parameter that the address takes; English without.
  public Language language(Context context) {
    return Objects.requireNonNullElse(query(context, InLanguage.class).lang(), Language.EN);
  }

  /// A query for texts in one language; null for both.
  public record InLanguage(@Nullable Language lang) {}

  /// Finds the record of that id.
  ///
  /// @throws RefusedException if there is none that the caller may see
  public static <T> T found(Finding<T> finding, Records records, Caller caller, String id) {
    return finding.find(records, caller, id).orElseThrow(() -> noSuchRecord(id));
  }

  /// Reads the record that the address names.
  ///
  /// @throws RefusedException if there is none that the caller may see
  public <T> T found(Context context, Finding<T> finding) {
    String id = context.pathParam("id");
    return read(context, (records, caller) -> found(finding, records, caller, id));
  }

  public <T> T read(Context context, BiFunction<Records, Caller, T> reading) {
    return readAudited(context, reading, shown -> List.of());
  }

  /// Reads records and writes down what of them is private.
  ///
  /// @param secrets names each private thing in what was read
  public <T> T readAudited(
      Context context, BiFunction<Records, Caller, T> reading, Function<T, List<String>> secrets) {
    Caller caller = guard.caller(context);
    T shown = store.read(records -> reading.apply(records, caller));
    List<String> secret = secrets.apply(shown);
    if (!secret.isEmpty()) {
      writeDown(context, caller, "private.read", String.join("; ", secret));
    }
    return shown;
  }

  <T> T records(Function<Records, T> reading) {
    return store.read(reading);
  }

  /// Records that programme data left as a file.
  public void exported(Context context) {
    writeDown(context, guard.caller(context), "export", address(context));
  }

  private void writeDown(Context context, Caller caller, String action, String subject) {
    Instant now = clock.instant();
    store.change(
        records -> records.audit().add(caller, now, action, subject, RequestId.origin(context)));
  }

  private static String address(Context context) {
    String query = context.queryString();
    String path = ShownPath.of(context);
    return Fault.show(query == null ? path : path + "?" + query, LONGEST_ADDRESS);
  }

  public static RefusedException noSuchRecord(String id) {
    return new RefusedException(
        ProblemKind.NO_SUCH_RECORD,
        Fault.of("id", id, Message.of("programme.record"), Message.of("programme.record.next")));
  }
}
