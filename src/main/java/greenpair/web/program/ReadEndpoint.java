package greenpair.web.program;

import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.ListCursor;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
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
import greenpair.web.input.ContentNegotiation;
import greenpair.web.input.CursorParameter;
import greenpair.web.input.Parameters;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The frame of every request that reads programme data: parses the parameters, reads the records,
/// audits access to private data, and only then replies.
public record ReadEndpoint(
    ProgramStore store, Guard guard, Taxonomy taxonomy, Replies replies, InstantSource clock) {
  private static final int LONGEST_ADDRESS = 500;

  interface RequestParser {
    Query read(Parameters parameters, ValueParser checks);
  }

  /// Reads the parameters of a list; position and length are read by the frame.
  public interface Listing<T> {
    Part<T> read(Parameters parameters, ValueParser checks);
  }

  public interface Part<T> {
    Page<T> read(Records records, Caller caller, long before, int limit);
  }

  /// Reads one record that the caller may see.
  public interface Finding<T> {
    Optional<T> find(Records records, Caller caller, String id);
  }

  /// Shows a record as this caller may see it.
  public interface Showing<T> {
    View show(T record, Caller caller);
  }

  /// A record as it is shown.
  public interface View {
    /// The private data in it, for the audit, such as `need n1: budget`.
    default List<String> secrets() {
      return List.of();
    }
  }

  interface Query {
    Shown read(Records records, Caller caller);
  }

  /// The records shown to the caller.
  ///
  /// @param secrets the private data in it, for the audit, such as `need n1: budget`
  record Shown(Object body, List<String> secrets) {
    Shown {
      secrets = List.copyOf(secrets);
    }

    public static Shown of(View view) {
      return new Shown(view, view.secrets());
    }

    public static Shown of(List<? extends View> views, @Nullable String next) {
      List<String> secrets = new ArrayList<>();
      views.forEach(view -> secrets.addAll(view.secrets()));
      return new Shown(new Items<>(views, next), secrets.stream().distinct().toList());
    }
  }

  /// A part of a list.
  ///
  /// @param next null on the last part
  record Items<T>(List<T> items, @Nullable String next) {}

  void answer(Context context, RequestParser reading, String... known) {
    Query query = parsed(context, reading::read, known);
    Shown shown = read(context, query::read, Shown::secrets);
    if (Format.isExport(context)) {
      exported(context);
    }
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, shown.body());
  }

  private <T> T parsed(
      Context context, BiFunction<Parameters, ValueParser, T> reading, String... known) {
    ValueParser checks = ValueParser.ofStored(new Faults(), taxonomy);
    T parsed =
        reading.apply(ContentNegotiation.parameters(ApiRequest.of(context), checks, known), checks);
    checks.faults().throwIfAny();
    return parsed;
  }

  /// The language that `lang` asks for, the only parameter that the address takes; English without.
  public Language language(Context context) {
    return parsed(
        context,
        (parameters, checks) -> Objects.requireNonNullElse(parameters.language(), Language.EN),
        "lang");
  }

  /// Answers a list, newest first, a part at a time.
  public <T> void list(Context context, Listing<T> listing, Showing<T> showing, String... known) {
    answer(
        context,
        (parameters, checks) -> {
          Part<T> part = listing.read(parameters, checks);
          long before = CursorParameter.read(parameters, checks);
          int limit = parameters.limit(RecommendationRequest.MAX_LIMIT);
          return (records, caller) -> {
            Page<T> page = part.read(records, caller, before, limit);
            return Shown.of(
                page.items().stream().map(each -> showing.show(each, caller)).toList(),
                ListCursor.of(page.next()));
          };
        },
        Stream.concat(Arrays.stream(known), Stream.of(CursorParameter.PARAMETER, "limit"))
            .toArray(String[]::new));
  }

  /// Answers the record that the address names.
  public <T> void one(Context context, Finding<T> finding, Showing<T> showing) {
    one(context, context.pathParam("id"), finding, showing);
  }

  /// The same for an address that names the record otherwise.
  public <T> void one(Context context, String id, Finding<T> finding, Showing<T> showing) {
    answer(
        context,
        (parameters, checks) ->
            (records, caller) -> {
              T found = found(finding, records, caller, id);
              return Shown.of(showing.show(found, caller));
            });
  }

  /// Answers with what belongs to the caller alone.
  public void alone(Context context, BiFunction<Records, Caller, View> finding) {
    answer(
        context,
        (parameters, checks) -> (records, caller) -> Shown.of(finding.apply(records, caller)));
  }

  /// Answers with a result that takes long to compute from the record in the address: the database
  /// connection is given back before it begins.
  public <T> void made(Context context, Finding<T> finding, Function<T, View> making) {
    made(context, (parameters, checks) -> making, finding);
  }

  <T> void made(
      Context context,
      BiFunction<Parameters, ValueParser, Function<T, View>> reading,
      Finding<T> finding,
      String... known) {
    Function<T, View> making = parsed(context, reading, known);
    T found = found(context, finding);
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, making.apply(found));
  }

  /// Answers with what is made by the parameters of the request, for making that takes long: no
  /// database connection is held meanwhile.
  public void made(
      Context context,
      BiFunction<Parameters, ValueParser, Supplier<View>> reading,
      String... known) {
    Supplier<View> making = parsed(context, reading, known);
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, making.get());
  }

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

  /// Reads records in which nothing is private.
  public <T> T read(Context context, BiFunction<Records, Caller, T> reading) {
    return read(context, reading, shown -> List.of());
  }

  /// Reads records and writes down what of them is private.
  ///
  /// @param secrets names each private thing in what was read
  public <T> T read(
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
