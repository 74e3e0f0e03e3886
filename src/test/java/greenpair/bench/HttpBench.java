package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.match.RecommendationRequest;
import greenpair.web.Server;
import greenpair.web.settings.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `http N`: the same questions over HTTP, next to the route that does nothing, on one server in
/// this process. Each client keeps its connection and asks as soon as it was answered.
final class HttpBench {
  private static final int MANY = 16;
  private static final int REQUESTS = 2_000;
  private static final int WARM_UP = 3_000;

  /// Cached answers are asked for again and again.
  private static final int HOT = 100;

  private static final double NANOS = 1e9;

  private final Setup setup;

  /// Whether clients take compressed answers, as browsers and most libraries do.
  private boolean compressed;

  HttpBench(Setup setup) {
    this.setup = setup;
  }

  void run() throws IOException {
    System.out.printf("HTTP, %,d firms%n", setup.firms());
    WebSettings usual = WebSettings.DEFAULT;
    WebSettings uncached =
        new WebSettings(
            0,
            usual.maxBody(),
            usual.refreshEvery(),
            usual.deliverEvery(),
            usual.stopWithin(),
            usual.access(),
            usual.answerWithin(),
            usual.zone(),
            usual.mail(),
            usual.changes());
    List<String> needs =
        RecommendBench.needs(setup, Kind.FIRM, REQUESTS).stream().map(HttpBench::path).toList();
    List<String> cities =
        RecommendBench.cities(setup, Kind.FIRM, REQUESTS).stream().map(HttpBench::path).toList();
    try (LiveIndex live = setup.open()) {
      serve(
          live,
          uncached,
          port -> {
            measure(port, "nothing (/healthz)", List.of("/healthz"), REQUESTS * MANY);
            measure(port, "need, uncached", needs, REQUESTS);
            measure(port, "city, uncached", cities, REQUESTS);
          });
      serve(
          live,
          usual,
          port -> {
            measure(port, "need, cached", needs.subList(0, HOT), REQUESTS * MANY);
            measure(port, "city, cached", cities.subList(0, HOT), REQUESTS * MANY);
            compressed = true;
            measure(port, "need, cached, gzip", needs.subList(0, HOT), REQUESTS * MANY);
            measure(port, "city, cached, gzip", cities.subList(0, HOT), REQUESTS * MANY);
            compressed = false;
            measure(port, "nothing (/healthz)", List.of("/healthz"), REQUESTS * MANY);
          });
    }
  }

  private static String path(RecommendationRequest request) {
    return request.need() == null
        ? "/api/v1/cities/" + Objects.requireNonNull(request.city()) + "/recommendations?kind=firm"
        : "/api/v1/needs/" + request.need() + "/recommendations?kind=firm";
  }

  private interface Measuring {
    void on(int port) throws IOException;
  }

  private void serve(LiveIndex live, WebSettings settings, Measuring measuring) throws IOException {
    Server server = setup.workbench().server(setup.data(), live, settings);
    server.start("127.0.0.1", 0);
    try {
      measuring.on(server.port());
    } finally {
      server.stop();
    }
  }

  private void measure(int port, String what, List<String> paths, int requests) {
    ask(port, paths, 1, Math.min(WARM_UP, requests));
    for (int clients : List.of(1, MANY)) {
      long start = System.nanoTime();
      long[] nanos = ask(port, paths, clients, requests);
      double seconds = (System.nanoTime() - start) / NANOS;
      System.out.printf(
          "  %-20s %2d clients %s  %,8.0f/s%n",
          what, clients, new Figures(nanos), nanos.length / seconds);
    }
  }

  private long[] ask(int port, List<String> paths, int clients, int requests) {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<long[]>> parts = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int first = client;
        parts.add(threads.submit(() -> ask(port, paths, first, requests / clients, clients)));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> part : parts) {
        all.add(part.get());
      }
      return all.stream().flatMapToLong(Arrays::stream).toArray();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private long[] ask(int port, List<String> paths, int first, int requests, int step) {
    long[] nanos = new long[requests];
    try (KeepAliveClient client = new KeepAliveClient(port)) {
      for (int i = 0; i < requests; i++) {
        long start = System.nanoTime();
        String path = paths.get((first + i * step) % paths.size());
        var _ = compressed ? client.getCompressed(path) : client.get(path);
        nanos[i] = System.nanoTime() - start;
      }
      return nanos;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
