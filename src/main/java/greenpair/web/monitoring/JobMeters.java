package greenpair.web.monitoring;

import greenpair.job.Job;
import greenpair.job.Jobs;
import greenpair.job.SourceRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/// Metrics of jobs.
final class JobMeters {
  private static final String KIND = "kind";

  private JobMeters() {}

  static void bind(Jobs jobs, MeterRegistry registry) {
    gauge(jobs, registry, "running", "1 while a job of this server runs", job -> 1);
    gauge(
        jobs,
        registry,
        "rows.handled",
        "rows handled by the running job",
        job -> job.progress().handled());
    gauge(
        jobs,
        registry,
        "rows.rejected",
        "rows rejected by the running job",
        job -> job.progress().rejected());
    gauge(
        jobs,
        registry,
        "stage.rows",
        "rows handled in the current stage",
        job -> job.progress().rows());
    gauge(
        jobs,
        registry,
        "stage.expected",
        "rows expected in the current stage; 0 if unknown",
        job -> job.progress().expected());
    // Born at 0: increase() in an alert sees nothing of a series whose first value is 1.
    for (Job.Kind kind : Job.Kind.values()) {
      for (Job.State state : Job.State.values()) {
        if (state != Job.State.RUNNING) {
          ended(kind, state, registry);
        }
      }
    }
    jobs.follow(job -> count(job, registry));
  }

  private interface Figure {
    double of(Job job);
  }

  private static void gauge(
      Jobs jobs, MeterRegistry registry, String name, String what, Figure figure) {
    Gauge.builder("greenpair.job." + name, jobs, all -> all.here().map(figure::of).orElse(0.0))
        .description(what)
        .register(registry);
  }

  private static void count(Job job, MeterRegistry registry) {
    String kind = word(job.kind());
    if (job.isRunning()) {
      Counter.builder("greenpair.jobs.started")
          .description("started jobs")
          .tag(KIND, kind)
          .register(registry)
          .increment();
      return;
    }
    // It has ended, so its own end counts.
    ended(job.kind(), job.state(), registry).record(job.took(job.started()));
    for (SourceRun source : job.sources()) {
      rows(source.name(), "accepted", source.accepted(), registry);
      rows(source.name(), "merged", source.merged(), registry);
      rows(source.name(), "skipped", source.skippedRows(), registry);
      rows(source.name(), "rejected", source.rejected(), registry);
    }
  }

  private static Timer ended(Job.Kind kind, Job.State state, MeterRegistry registry) {
    return Timer.builder("greenpair.jobs")
        .description("finished jobs by result")
        .tag(KIND, word(kind))
        .tag("state", word(state))
        .register(registry);
  }

  private static void rows(String source, String result, long count, MeterRegistry registry) {
    Counter.builder("greenpair.jobs.rows")
        .description("rows of registries by result")
        .tag("source", source)
        .tag("result", result)
        .register(registry)
        .increment((double) count);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
