package greenpair.web.jobs;

import greenpair.job.Job;
import greenpair.job.Jobs;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.BodyFields;
import greenpair.web.input.ContentNegotiation;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The API of jobs: start, cancel, list, and rejected rows.
///
/// @param rejects folder of the rows that the last runs rejected
public record JobHandler(Jobs jobs, WriteEndpoint writing, ReadEndpoint reading, Path rejects) {
  private static final String ADDRESS = "/api/v1/jobs/";
  private static final int ACCEPTED = 202;
  private static final Pattern REJECTS =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.rejects(?:\\.[0-9]{1,3})?\\.(?:csv|jsonl)");

  public void reindex(Context context) {
    writing.writePlain(
        context,
        (checks, caller) -> {
          ContentNegotiation.parameters(ApiRequest.of(context), checks);
          return reindexing(ApiRequest.of(context).body()).read(checks, caller);
        });
  }

  public void rollBack(Context context) {
    writing.writePlain(
        context,
        (checks, caller) -> {
          ContentNegotiation.parameters(ApiRequest.of(context), checks);
          return rollingBack(ApiRequest.of(context).body()).read(checks, caller);
        });
  }

  public void cancel(Context context) {
    writing.writePlain(
        context,
        (checks, caller) -> {
          ContentNegotiation.parameters(ApiRequest.of(context), checks);
          return cancelling(context.pathParam("id")).read(checks, caller);
        });
  }

  /// Reads what a body asks of a run that builds.
  public WriteEndpoint.PlainReading reindexing(ObjectNode body) {
    return (checks, caller) ->
        starting(new JobBody(jobs).reindex(new BodyFields("", body, checks)), caller);
  }

  /// Reads what a body asks of a run that goes back.
  public WriteEndpoint.PlainReading rollingBack(ObjectNode body) {
    return (checks, caller) ->
        starting(new JobBody(jobs).rollBack(new BodyFields("", body, checks)), caller);
  }

  private WriteEndpoint.Work starting(JobBody.Asked asked, Caller caller) {
    return new Starting(jobs, asked, caller);
  }

  /// A job that starts only after its audit line is on disk.
  private static final class Starting implements WriteEndpoint.Work {
    private final Jobs jobs;
    private final JobBody.Asked asked;
    private final Caller caller;
    private @Nullable Job job;

    Starting(Jobs jobs, JobBody.Asked asked, Caller caller) {
      this.jobs = jobs;
      this.asked = asked;
      this.caller = caller;
    }

    @Override
    public WriteEndpoint.Done run(Records records, Stamp stamp) {
      Job reserved = job != null ? job : jobs.reserve(asked.kind(), asked.request(), stamp.by());
      job = reserved;
      String action = "job." + asked.kind().name().toLowerCase(Locale.ROOT);
      return new WriteEndpoint.Done(
          ACCEPTED,
          action,
          "job " + reserved.id(),
          JobView.of(reserved, caller),
          ADDRESS + reserved.id());
    }

    @Override
    public void written() {
      if (job != null) {
        jobs.begin(job);
      }
    }

    @Override
    public void notWritten() {
      if (job != null) {
        jobs.withdraw(job);
      }
    }
  }

  /// Ends a job, only after the audit line is on disk.
  public WriteEndpoint.PlainReading cancelling(String id) {
    return (checks, caller) ->
        new WriteEndpoint.Work() {
          @Override
          public WriteEndpoint.Done run(Records records, Stamp stamp) {
            Job job = jobs.find(id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
            return WriteEndpoint.Done.changed("job.cancel", "job " + id, JobView.of(job, caller));
          }

          @Override
          public void written() {
            var _ = jobs.cancel(id);
          }
        };
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) -> (records, caller, before, limit) -> part(before, limit),
        JobView::of);
  }

  private Page<Job> part(long before, int limit) {
    List<Job> found = jobs.list(before == Page.NEWEST ? "" : id(before), limit + 1);
    List<Job> shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(shown, found.size() > limit ? place(shown.getLast()) : 0);
  }

  /// The digits of an id, which sort as ids do.
  private static long place(Job job) {
    return Long.parseLong(job.id().replaceAll("[^0-9]", ""));
  }

  private static String id(long place) {
    String digits = String.format(Locale.ROOT, "%017d", place);
    return digits.substring(0, 8) + "T" + digits.substring(8) + "Z";
  }

  public void one(Context context) {
    reading.one(context, (records, caller, id) -> jobs.find(id), JobView::of);
  }

  Job find(Context context) {
    String id = context.pathParam("id");
    return jobs.find(id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
  }

  /// The rows that the last run of a registry rejected, to be fixed and converted again.
  public void rejects(Context context) {
    String name = context.pathParam("name");
    Path file = rejects.resolve(REJECTS.matcher(name).matches() ? name : "-");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ReadEndpoint.noSuchRecord(name);
    }
    context.contentType(
        name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8");
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    context.header(Header.CACHE_CONTROL, "private, no-store");
    try {
      context.result(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
