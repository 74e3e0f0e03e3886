package greenpair.web;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import greenpair.web.settings.WebSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

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
    return client.as("", "POST", "/api/v1/session", "{\"token\": \"" + token + "\"}", headers);
  }

  static String cookie(Client.Reply signedIn) {
    return signedIn.header("Set-Cookie").replaceAll(";.*", "");
  }

  @Override
  public void close() {
    cohort.close();
  }
}
