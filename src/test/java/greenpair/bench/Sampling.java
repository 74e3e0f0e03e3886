package greenpair.bench;

import module java.base;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Measures in which stage of a request the processor spends its time, by the flight recorder's
/// samples of what the calling thread runs.
final class Sampling {
  private static final Duration PERIOD = Duration.ofMillis(5);
  private static final int FULL_STACK = 128;
  private static final String REST = "rest";

  private Sampling() {}

  /// A stage is known by a method, as `Class.method`, that is somewhere on the stack.
  record Stage(String name, String method) {}

  /// Shares of the stages in the work, from 0 to 1; the first stage of the list whose method is on
  /// the stack takes the sample.
  static Map<String, Double> shares(List<Stage> stages, Runnable work) throws IOException {
    Path file = Files.createTempFile("greenpair", ".jfr");
    try (Recording recording = new Recording(Map.of("stackdepth", Integer.toString(FULL_STACK)))) {
      recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    stages.forEach(stage -> counts.put(stage.name(), 0L));
    counts.put(REST, 0L);
    String thread = Thread.currentThread().getName();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getThread("sampledThread") != null
          && thread.equals(event.getThread("sampledThread").getJavaName())) {
        counts.merge(stage(stages, event), 1L, Long::sum);
      }
    }
    Files.delete(file);
    double all = Math.max(1, counts.values().stream().mapToLong(Long::longValue).sum());
    Map<String, Double> shares = new LinkedHashMap<>();
    counts.forEach((name, count) -> shares.merge(name, count / all, Double::sum));
    return shares;
  }

  private static String stage(List<Stage> stages, RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return REST;
    }
    List<String> methods =
        event.getStackTrace().getFrames().stream().map(Sampling::method).toList();
    return stages.stream()
        .filter(stage -> methods.contains(stage.method()))
        .map(Stage::name)
        .findFirst()
        .orElse(REST);
  }

  private static String method(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }
}
