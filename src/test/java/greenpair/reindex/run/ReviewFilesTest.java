package greenpair.reindex.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.reindex.run.ReviewFiles.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTest {
  private static final Instant DAY = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path data;

  private static Review review(String one, String two, boolean same) {
    return new Review(one, two, same, DAY);
  }

  @Test
  void answer_replacesTheEarlierOne() throws IOException {
    ReviewFiles files = new ReviewFiles(data);
    files.answer(review("a/1", "b/1", true));
    Review other = review("b/1", "a/1", false);
    files.answer(other);
    assertEquals(List.of(other), files.answers());
  }

  @Test
  void answers_ofSeveralServersAtOnce_areAllKept() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int server = 0; server < 4; server++) {
        String source = "s" + server;
        writers.add(
            threads.submit(
                () -> {
                  ReviewFiles own = new ReviewFiles(data);
                  for (int i = 0; i < 10; i++) {
                    own.answer(review(source + "/" + i, "other/" + i, true));
                  }
                  return own;
                }));
      }
    }
    for (Future<?> each : writers) {
      var _ = each.get();
    }
    assertEquals(40, new ReviewFiles(data).answers().size());
  }
}
