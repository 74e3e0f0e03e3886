package greenpair.web;

import module java.base;

/// When the first useful thing is on the screen, and how much script that took: each page in a real
/// browser that never saw it, from the server beside it.
public final class PaintFigures {
  private static final int LOADS = 5;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=heat+pump",
          "/cities",
          "/cities/us-ca-losangeles",
          "/cities/us-ca-losangeles/brief",
          "/cohort");

  private static final String PAINT =
      """
      return new Promise(done => {
        new PerformanceObserver(list => {
          for (const each of list.getEntries())
            if (each.name === 'first-contentful-paint') done(each.startTime);
        }).observe({type: 'paint', buffered: true});
      });
      """;

  private static final String SCRIPT =
      """
      return performance.getEntriesByType('resource')
        .filter(each => each.initiatorType === 'script')
        .reduce((sum, each) => sum + each.decodedBodySize, 0);
      """;

  private PaintFigures() {}

  /// Prints a line for each page: the first load, the median of the next, kB of script.
  public static void run() throws IOException {
    Path folder = Files.createTempDirectory("greenpair-paint");
    try (Cohort cohort = Cohort.served(folder.resolve("data"));
        Browser browser = new Browser(cohort.server.port(), "en-US", folder.resolve("profile"))) {
      browser.screen(1280, 900, false);
      for (String page : PAGES) {
        List<Double> paints = new ArrayList<>();
        double script = 0;
        for (int i = 0; i <= LOADS; i++) {
          browser.open(page);
          paints.add(((Number) browser.run(PAINT)).doubleValue());
          script = ((Number) browser.run(SCRIPT)).doubleValue();
        }
        double first = paints.removeFirst();
        Collections.sort(paints);
        System.out.printf(
            Locale.ROOT,
            "%-34s first %5.0f ms, then %4.0f ms, script %.1f kB%n",
            page,
            first,
            paints.get(LOADS / 2),
            script / 1000);
      }
    }
  }
}
