package greenpair.web.auth;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller;
import greenpair.program.access.StoredSessions;
import greenpair.program.access.Tokens;
import greenpair.program.database.ProgramException;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.RequestId;
import greenpair.web.openid.OpenIdLogin.Identity;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sessions of people at a browser: a cookie that scripts cannot read and other sites cannot send
/// with a write, and a separate token for forms.
public final class SessionCookies {
  private static final Logger log = LoggerFactory.getLogger("greenpair.sign-in");
  public static final String COOKIE = "greenpair_session";

  /// The form of our cookies; other values cause no query.
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

  /// Limits the audit to one line per day for each token and client address.
  private static final Duration USE = Duration.ofDays(1);

  private static final int MOST_USES = 10_000;

  private final Cache<String, Instant> uses =
      Caffeine.newBuilder().maximumSize(MOST_USES).executor(Runnable::run).build();

  private final ProgramStore store;
  private final ClientAddress remote;
  private final Failures failures;

  public SessionCookies(ProgramStore store, ClientAddress remote, Failures failures) {
    this.store = store;
    this.remote = remote;
    this.failures = failures;
  }

  /// Opens a session for a token that is good now, and gives its cookie to the browser. Either way
  /// it is written down.
  ///
  /// @throws greenpair.web.http.RefusedException if too many tokens of the address were bad
  Optional<StoredSessions.Opened> open(Context context, String token, Instant now) {
    failures.before(context);
    Optional<StoredSessions.Opened> opened =
        store.write(
            all -> {
              Optional<StoredSessions.Opened> session = all.sessions().open(token, now);
              session.ifPresent(
                  each ->
                      all.audit()
                          .add(each.caller(), now, "session.open", "", RequestId.origin(context)));
              return session;
            });
    opened.ifPresent(session -> give(context, session, now));
    if (opened.isEmpty()) {
      failures.bad(context);
      refused(context, "session.refuse", token, now);
    }
    return opened;
  }

  /// Records in the audit log that a token was refused, with only its public part.
  void refused(Context context, String action, String token, Instant now) {
    String id = Tokens.idOf(token);
    String subject = id.isEmpty() ? "" : "token " + id;
    log.atWarn()
        .addKeyValue("client", RequestId.client(context))
        .addKeyValue("token", id)
        .log("refused: {}", action);
    store.change(
        all -> all.audit().add(Caller.ANONYMOUS, now, action, subject, RequestId.origin(context)));
  }

  /// Writes down that a token was sent with a request, once a day for each address. If this cannot
  /// be written, the request continues: it only reads, or its own write is audited.
  void used(Context context, Caller caller, Instant now) {
    String key = caller.id() + ' ' + RequestId.client(context);
    Instant last = uses.getIfPresent(key);
    if (last != null && now.isBefore(last.plus(USE))) {
      return;
    }
    uses.put(key, now);
    try {
      store.change(all -> all.audit().add(caller, now, "token.use", "", RequestId.origin(context)));
    } catch (ProgramException e) {
      uses.invalidate(key);
      log.warn("the use of {} is not in the audit: {}", caller.id(), e.getMessage());
    }
  }

  /// Opens a session for a person whom the login provider authenticated, and records it.
  void admit(Context context, Identity identity, Instant now) {
    StoredSessions.Opened opened =
        store.write(
            all -> {
              StoredSessions.Opened session =
                  all.sessions()
                      .admit(
                          identity.id(), identity.name(), identity.role(), identity.cities(), now);
              String subject = session.caller().role() + " " + session.caller().cities();
              all.audit().add(session.caller(), now, "login", subject, RequestId.origin(context));
              return session;
            });
    give(context, opened, now);
  }

  private void give(Context context, StoredSessions.Opened session, Instant now) {
    int seconds = (int) Duration.between(now, session.expires()).toSeconds();
    context.cookie(cookie(context, session.secret(), seconds));
  }

  void close(Context context) {
    String secret = context.cookie(COOKIE);
    if (secret != null) {
      store.change(all -> all.sessions().close(secret));
      context.cookie(cookie(context, "", 0));
    }
  }

  private Cookie cookie(Context context, String value, int seconds) {
    boolean secure = remote.isHttps(context);
    return new Cookie(COOKIE, value, "/", seconds, secure, true, null, SameSite.LAX);
  }

  /// Whose session the cookie names; [Caller#ANONYMOUS] when it names none that is good now.
  Caller caller(Context context, Instant now) {
    String secret = context.cookie(COOKIE);
    if (secret == null || !SECRET.matcher(secret).matches()) {
      return Caller.ANONYMOUS;
    }
    return store.read(all -> all.sessions().caller(secret, now)).orElse(Caller.ANONYMOUS);
  }

  /// What forms and scripts of this session must send with a write; empty without a session.
  public static String csrf(Context context) {
    String secret = context.cookie(COOKIE);
    return secret == null || secret.isEmpty() ? "" : StoredSessions.csrf(secret);
  }

  /// Compares in a time that does not depend on where the two differ.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
