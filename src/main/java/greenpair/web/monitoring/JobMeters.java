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
        "rows that it has handled",
        job -> job.progress().handled());
    gauge(
        jobs,
        registry,
        "rows.rejected",
        "rows that it has rejected",
        job -> job.progress().rejected());
    gauge(jobs, registry, "stage.rows", "rows of its stage handled", job -> job.progress().rows());
    gauge(
        jobs,
        registry,
        "stage.expected",
        "rows of its stage, 0 when unknown",
        job -> job.progress().expected());
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
          .description("jobs that began")
          .tag(KIND, kind)
          .register(registry)
          .increment();
      return;
    }
    Timer.builder("greenpair.jobs")
        .description("jobs that ended, by how")
        .tag(KIND, kind)
        .tag("state", word(job.state()))
        .register(registry)
        .record(job.took(job.started())); // It has ended, so its own end counts.
    for (SourceRun source : job.sources()) {
      rows(source.name(), "accepted", source.accepted(), registry);
      rows(source.name(), "merged", source.merged(), registry);
      rows(source.name(), "unchanged", source.unchanged(), registry);
      rows(source.name(), "waiting", source.waiting(), registry);
      rows(source.name(), "skipped", source.skippedRows(), registry);
      rows(source.name(), "rejected", source.rejected(), registry);
    }
  }

  private static void rows(String source, String result, long count, MeterRegistry registry) {
    Counter.builder("greenpair.jobs.rows")
        .description("rows of registries by what became of them")
        .tag("source", source)
        .tag("result", result)
        .register(registry)
        .increment((double) count);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
