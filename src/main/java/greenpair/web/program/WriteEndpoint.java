package greenpair.web.program;

import module java.base;

import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.access.KeptReplies;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Json;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.http.RequestId;
import greenpair.web.http.ValueParser;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import greenpair.web.input.RequestBody;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The frame of every request that writes programme data: validates the request against one
/// snapshot, then executes the write, its audit line and the stored answer under the idempotency
/// key in one transaction.
public record WriteEndpoint(Inputs inputs, ProgramStore store, Guard guard, InstantSource clock) {
  /// The field of a form that holds another value each time that the form is shown.
  public static final String FORM_KEY = "once";
  private static final String KEY = "Idempotency-Key";
  private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,200}");

  public interface RequestParser {
    /// The change to be written.
    ///
    /// @throws greenpair.web.http.RefusedException with all faults
    Work read(Input input, Caller caller);
  }

  /// Executes the write, once, in its transaction.
  public interface Work {
    Done run(Records records, Stamp stamp);
  }

  /// A result that changes nothing: no transaction begins for it.
  public record Computed(Object body) implements Work {
    @Override
    public Done run(Records records, Stamp stamp) {
      throw new IllegalStateException("nothing is written");
    }
  }

  /// The change.
  ///
  /// @param action for the audit, such as `remark.add`
  /// @param location address of what was made; null if nothing was
  /// @param isKept false for a body that is shown once: a repeated request is executed again
  /// @param then what needs a committed audit line; not run for a repeated request whose answer was
  ///     stored
  public record Done(
      int status,
      String action,
      String subject,
      Object body,
      @Nullable String location,
      boolean isKept,
      Runnable then) {
    /// The action of a write that found everything as it asks: it is not audited.
    public static final String NO_CHANGE = "";

    public static Done changed(String action, String subject, Object body) {
      return new Done(200, action, subject, body, null, true, () -> {});
    }

    public static Done made(String action, String subject, Object body, String location) {
      return new Done(201, action, subject, body, location, true, () -> {});
    }

    /// Begins work that goes on after the answer.
    public static Done begun(String action, String subject, Object body, String location) {
      return new Done(202, action, subject, body, location, true, () -> {});
    }

    public Done notKept() {
      return new Done(status, action, subject, body, location, false, then);
    }

    public Done then(Runnable next) {
      return new Done(status, action, subject, body, location, isKept, next);
    }
  }

  /// The result of a write.
  ///
  /// @param isNew false when the answer was kept from an earlier request
  private record Outcome(Done done, KeptReplies.Reply reply, boolean isNew) {}

  public Route post(String path, Access access, RequestParser parser) {
    return Route.post(path, access, context -> write(context, parser));
  }

  public Route put(String path, Access access, RequestParser parser) {
    return Route.put(path, access, context -> write(context, parser));
  }

  public Route delete(String path, Access access, RequestParser parser) {
    return Route.delete(path, access, context -> write(context, parser));
  }

  public void write(Context context, RequestParser parser) {
    Caller caller = guard.caller(context);
    ValueParser checks = inputs.checks();
    String key = key(context, checks);
    ApiRequest sent = ApiRequest.of(context);
    Outcome outcome =
        inputs.with(sent, checks, input -> execute(input, context, caller, key, parser));
    reply(context, outcome.reply());
  }

  /// Executes a form of a page, by the rules of the same write in the API. A form that is sent
  /// twice, by a second click or a lost answer, is executed once.
  public Done submit(Context context, ObjectNode form, RequestParser parser) {
    RequestBody.form(context);
    Caller caller = guard.caller(context);
    ValueParser checks = inputs.checks();
    ApiRequest sent = ApiRequest.of(context, form);
    return inputs
        .with(sent, checks, input -> execute(input, context, caller, formKey(context), parser))
        .done();
  }

  private Outcome execute(
      Input input, Context context, Caller caller, @Nullable String key, RequestParser parser) {
    Work work;
    try {
      work = parser.read(input, caller);
      input.checks().faults().throwIfAny();
    } catch (RefusedException refused) { // What was valid at first need not be so any more.
      if (key == null) {
        throw refused;
      }
      return store.read(records -> kept(context, caller, key, records)).orElseThrow(() -> refused);
    }
    if (work instanceof Computed computed) {
      Done done = Done.changed(Done.NO_CHANGE, "", computed.body());
      return new Outcome(done, new KeptReplies.Reply(200, null, Json.text(done.body())), false);
    }
    Outcome outcome = store.write(records -> run(context, caller, key, work, records));
    if (outcome.isNew()) {
      outcome.done().then().run();
    }
    return outcome;
  }

  /// The identity of a form as it was shown and filled in; null for one that was not shown.
  private static @Nullable String formKey(Context context) {
    Map<String, List<String>> typed = RequestBody.form(context);
    return typed.containsKey(FORM_KEY)
        ? DigestUtils.sha256Hex(context.req().getRequestURI() + '\n' + new TreeMap<>(typed))
        : null;
  }

  private static Done run(Context context, Caller caller, Work work, Records records, Instant now) {
    Done done = work.run(records, new Stamp(caller.name(), now));
    ApiRequest.refuseUnreadVersion(context);
    if (!done.action().equals(Done.NO_CHANGE)) {
      records.audit().add(caller, now, done.action(), done.subject(), RequestId.origin(context));
    }
    return done;
  }

  /// The answer to the same request when it was executed; empty if it was not.
  private static Optional<Outcome> kept(
      Context context, Caller caller, @Nullable String key, Records records) {
    return key == null
        ? Optional.empty()
        : records.replies().find(caller, key, digest(context, key)).map(WriteEndpoint::again);
  }

  private static Outcome again(KeptReplies.Reply reply) {
    Done done = new Done(reply.status(), "", "", "", reply.location(), true, () -> {});
    return new Outcome(done, reply, false);
  }

  private Outcome run(
      Context context, Caller caller, @Nullable String key, Work work, Records records) {
    Optional<Outcome> kept = kept(context, caller, key, records);
    if (kept.isPresent()) {
      return kept.get();
    }
    Instant now = clock.instant();
    Done done = run(context, caller, work, records, now);
    String body = Json.text(done.body());
    KeptReplies.Reply reply = new KeptReplies.Reply(done.status(), done.location(), body);
    if (key != null && done.isKept()) {
      records.replies().keep(caller, key, digest(context, key), reply, now);
    }
    return new Outcome(done, reply, true);
  }

  private static @Nullable String key(Context context, ValueParser checks) {
    String key = context.header(KEY);
    if (key != null && !KEY_FORM.matcher(key).matches()) {
      checks.fault(KEY, key, Message.of("programme.key"), Message.of("programme.key.next"));
      return null;
    }
    return key;
  }

  /// The identity of a request: address, body and the revision on which it is based; of a form its
  /// key, which is one.
  private static String digest(Context context, String key) {
    if (RequestBody.isForm(context)) {
      return key;
    }
    String head =
        context.req().getMethod()
            + ' '
            + context.req().getRequestURI()
            + '\n'
            + context.header(Header.IF_MATCH)
            + '\n';
    MessageDigest digest = DigestUtils.updateDigest(DigestUtils.getSha256Digest(), head);
    return Hex.encodeHexString(digest.digest(RequestBody.taken(context)));
  }

  private static void reply(Context context, KeptReplies.Reply reply) {
    context.status(reply.status());
    if (reply.location() != null) {
      context.header(Header.LOCATION, reply.location());
    }
    context.header(Header.CACHE_CONTROL, "no-store");
    context.header(Header.CONTENT_LANGUAGE, Replies.BOTH);
    context.contentType(Replies.JSON);
    context.result(reply.body());
  }
}
