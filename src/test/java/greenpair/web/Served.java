package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.MemoryFolder;
import greenpair.program.access.Caller.Role;
import org.apache.lucene.util.IOUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The demonstration cohort on a server, for all tests of a class. Classes that only read share
/// one: starting it, and answering the first requests of each sort, is what takes long.
public final class Served implements BeforeAllCallback, AfterAllCallback {
  private final boolean shared;
  private @Nullable Started started;

  private Served(boolean shared) {
    this.shared = shared;
  }

  /// The server of all classes that leave programme data as they found it.
  public static Served shared() {
    return new Served(true);
  }

  /// A server of this class alone.
  static Served alone() {
    return new Served(false);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    started =
        shared
            ? context
                .getStore(
                    ExtensionContext.StoreScope.LAUNCHER_SESSION,
                    ExtensionContext.Namespace.create(Served.class))
                .getOrComputeIfAbsent("shared", key -> new Started(), Started.class)
            : new Started();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (!shared && started != null) {
      started.close();
    }
  }

  public Cohort cohort() {
    return Objects.requireNonNull(started).cohort;
  }

  public Client client() {
    return cohort().client();
  }

  /// The answer to a browser.
  Client.Reply browse(String path) {
    return client().get(path, "Accept", "text/html,*/*");
  }

  /// A page that is there, as a browser gets it.
  Document page(String path) {
    Client.Reply reply = browse(path);
    assertEquals(200, reply.status(), path);
    return Jsoup.parse(reply.text(), "http://greenpair.test" + path);
  }

  /// A user of this role, signed in on the pages.
  Visitor as(Role role, String language, String... cities) {
    String token = cohort().token("Wang " + role, role, cities);
    return new Visitor(client(), language).signIn(token);
  }

  /// A server with its folder, which goes with it.
  private static final class Started implements AutoCloseable {
    private final Path folder;
    private final Cohort cohort;

    Started() {
      try {
        folder = MemoryFolder.create("greenpair-served");
        cohort = Cohort.served(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      cohort.close();
      IOUtils.rm(folder);
    }
  }
}
