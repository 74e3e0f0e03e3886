package greenpair.web;

import module java.base;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import greenpair.web.settings.WebSettings;

/// The demonstration cohort on a server behind a proxy, with a token of a coordinator, for security
/// tests.
final class GuardedCohort implements Closeable {
  static final String NOTE = "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"x\"}";
  static final String REMARKS = "/api/v1/remarks";

  final Cohort cohort;
  final Client client;
  final String token;

  private GuardedCohort(Path data) throws IOException {
    WebSettings settings = new SettingsMaker().cacheBytes(1_000_000).proxies(1).make();
    cohort = Cohort.served(data, settings);
    client = cohort.client();
    token = cohort.token("Li", Role.COORDINATOR);
  }

  static Shared<GuardedCohort> shared() {
    return new Shared<>(GuardedCohort.class, GuardedCohort::new);
  }

  Client.Reply signIn(String... headers) {
    return signInAs(token, headers);
  }

  Client.Reply signInAs(String secret, String... headers) {
    return client.form("", "/sign-in", "token=" + secret, headers);
  }

  /// What a write in the session must carry.
  String csrf(String cookie) {
    Client.Reply self = client.as("", "GET", "/api/v1/session", "", "Cookie", cookie);
    return self.json().get("csrf").stringValue();
  }

  static String cookie(Client.Reply signedIn) {
    return signedIn.header("Set-Cookie").replaceAll(";.*", "");
  }

  @Override
  public void close() {
    cohort.close();
  }
}
