package greenpair.cli;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.web.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `greenpair serve`
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the pages for the browser and the HTTP API.",
      "When nothing was indexed yet, or only under another configuration, the demonstration cohort"
          + " in fixtures is indexed first."
    },
    footer = {"%nExample:", "  greenpair serve --port 8080"})
final class ServeCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port to listen on, 0 for any (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Engine engine = Engine.read(places.config());
    GenerationStore store = new GenerationStore(places.data());
    LiveIndex live = engine.live(store);
    live.refresh();
    if (!live.isReady()) {
      indexFixtures(engine, store);
      live.refresh();
    }
    LiveConfiguration configuration = new LiveConfiguration(places.config(), engine);
    configuration.start();
    Server server = engine.server(store, live, configuration);
    server.start(host, port);
    System.err.printf(
        "Open http://%s:%d/ in a browser; the API is at /api (stop with Ctrl-C)%n",
        host, server.port());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.stop();
                      configuration.close();
                      live.close();
                      stopped.countDown();
                    }));
    stopped.await();
    return Exit.OK;
  }

  /// A data folder that is the user's own is not touched: its generations were built from other
  /// files, which only the user knows.
  private void indexFixtures(Engine engine, GenerationStore store) throws IOException {
    List<Path> sources = List.of(Places.fixtures());
    boolean ours =
        store.list().stream()
            .flatMap(manifest -> manifest.sources().stream())
            .allMatch(source -> Path.of(source.name()).startsWith(Places.fixtures()));
    if (ours) {
      System.err.println("indexing the demonstration cohort …");
      new Reindex(engine, store, Progress.onTerminal())
          .run(new Reindex.Order(sources, 0, ReindexCommand.KEEP), Instant.now());
    }
  }
}
