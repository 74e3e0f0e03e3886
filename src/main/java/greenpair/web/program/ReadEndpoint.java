package greenpair.web.program;

import module java.base;

import greenpair.catalog.Language;
import greenpair.match.ListCursor;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Fault;
import greenpair.web.http.Format;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.http.RequestId;
import greenpair.web.http.ShownPath;
import greenpair.web.http.ValueParser;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import greenpair.web.input.Slice;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// The frame of every request that reads programme data: parses the parameters, reads the records,
/// audits access to private data, and only then replies.
public record ReadEndpoint(Inputs inputs, ProgramStore store, Guard guard, InstantSource clock) {
  private static final int LONGEST_ADDRESS = 500;

  /// Reads a part of a list.
  public interface Listing<Q, V> {
    Page<V> read(Q query, Records records, Caller caller, long before, int limit);
  }

  /// Reads one record that the caller may see.
  public interface Finding<T> {
    Optional<T> find(Records records, Caller caller, String id);
  }

  /// Reads records by a query.
  public interface Reading<Q> {
    Object read(Q query, Records records, Caller caller);
  }

  /// A list, or a part of one.
  ///
  /// @param next null on the last part
  public record Items<T>(List<T> items, @Nullable String next) implements Confidential {
    @Override
    public List<String> secrets() {
      return Confidential.secrets(items);
    }
  }

  /// A query of a list, with the part that is asked for.
  private record Sliced<Q>(Q query, Slice slice) {}

  /// The parameters of the query.
  ///
  /// @throws RefusedException with all faults
  public <Q> Q query(Context context, Class<Q> type) {
    return Input.plain(ApiRequest.of(context), checks()).query(type);
  }

  ValueParser checks() {
    return inputs.checks();
  }

  private void reply(Context context, BiFunction<Records, Caller, Object> reading) {
    Object body = readAudited(context, reading, each -> Confidential.secrets(List.of(each)));
    send(context, body);
  }

  private void send(Context context, Object body) {
    if (Format.isExport(context)) {
      exported(context);
    }
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    Replies.answer(context, body);
  }

  public <Q> void answer(Context context, Class<Q> type, Reading<Q> reading) {
    Q query = query(context, type);
    reply(context, (records, caller) -> reading.read(query, records, caller));
  }

  /// A list, newest first, a part at a time.
  public <Q, V> Route listRoute(
      String name,
      String path,
      Access access,
      Class<Q> query,
      Class<V> gives,
      Listing<Q, V> listing) {
    return Route.get(path, access, context -> list(context, query, listing))
        .asList(name, query, gives);
  }

  private <Q, V> void list(Context context, Class<Q> type, Listing<Q, V> listing) {
    Sliced<Q> asked = sliced(Input.plain(ApiRequest.of(context), checks()), type);
    Slice slice = asked.slice();
    Items<V> shown =
        readAudited(
            context,
            (records, caller) -> {
              Page<V> page =
                  listing.read(
                      asked.query(), records, caller, slice.start().before(), slice.limit());
              return new Items<>(page.items(), ListCursor.of(page.next()));
            },
            Items::secrets);
    if (shown.items().isEmpty()) { // What has left the catalog is still listed.
      inputs.with(ApiRequest.of(context), checks(), input -> sliced(input, type));
    }
    send(context, shown);
  }

  /// The parameters of a list.
  ///
  /// @throws RefusedException with all faults
  private static <Q> Sliced<Q> sliced(Input input, Class<Q> type) {
    Sliced<Q> asked =
        input.query(
            (binder, fields) ->
                new Sliced<>(binder.bind(type, fields), binder.bind(Slice.class, fields)));
    input.check();
    return asked;
  }

  /// The record that the address names.
  public <V> Route oneRoute(
      String name, String path, Access access, Class<V> gives, Finding<V> finding) {
    return Route.get(path, access, context -> one(context, finding)).as(name, gives);
  }

  /// Answers the record that the address names.
  public <V> void one(Context context, Finding<V> finding) {
    String id = context.pathParam("id");
    reply(context, (records, caller) -> found(finding, records, caller, id));
  }

  /// Answers with a result that takes long to compute from the record in the address: the database
  /// connection is given back before it begins.
  public <Q, T> void computedOf(
      Context context, Class<Q> type, Finding<T> finding, BiFunction<Q, T, ?> making) {
    Q query = query(context, type);
    T found = found(context, finding);
    send(context, making.apply(query, found));
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
  private void exported(Context context) {
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
