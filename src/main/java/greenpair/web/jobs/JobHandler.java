package greenpair.web.jobs;

import greenpair.catalog.value.Nearest;
import greenpair.job.Job;
import greenpair.job.Job.JobRequest;
import greenpair.job.Jobs;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The API of jobs: start, cancel, list, and rejected rows.
///
/// @param rejects folder of the rows that the last runs rejected
public record JobHandler(Jobs jobs, WriteEndpoint writing, ReadEndpoint reading, Path rejects) {
  private static final String ADDRESS = "/api/v1/jobs/";
  private static final int ACCEPTED = 202;

  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final String REASON = "\\S(?:[^\\p{Cc}]{0,498}\\S)?";

  private static final Pattern REJECTS =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.rejects(?:\\.[0-9]{1,3})?\\.(?:csv|jsonl)");

  /// A run to be started. It can name existing mappings; paths and addresses come only from the
  /// settings and the mappings.
  ///
  /// @param sources names of registries; empty for all
  /// @param maxRejects rows, or a share such as `2%`
  record NewRun(
      List<String> sources,
      @Rules.Form(value = "[0-9]{1,9}|[0-9]{1,2}(?:\\.[0-9]{1,4})?%|100%", rule = "job.tolerance")
          @Nullable String maxRejects,
      @Rules.Form(value = REASON, rule = "job.reason") @Rules.Most(500) @Nullable String reason,
      boolean force)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (force && fields.isMissing("reason")) {
        Message rule = Message.of("job.reason", "most", 500);
        fields.fault("reason", rule, Message.of("job.reason.next"));
      }
    }
  }

  /// @param generation null for the one before
  record NewRollback(
      @Rules.Form(value = "[A-Za-z0-9._-]{1,100}", rule = "job.generation")
          @Nullable String generation,
      @Rules.Form(value = REASON, rule = "job.reason")
          @Rules.Most(500)
          @Rules.Required(next = "job.reason.next")
          String reason) {}

  public List<Route> routes() {
    String path = "/api/v1/jobs";
    return List.of(
        writing
            .post("/api/v1/reindex", Access.OPERATE, this::reindex)
            .asBegun("reindex", NewRun.class, JobView.class)
            .example("{}")
            .example(
                "{'sources': ['gbfs'], 'max_rejects': '2%', 'reason': 'New lists of the cities'}"),
        writing
            .post("/api/v1/rollback", Access.OPERATE, this::rollBack)
            .asBegun("rollBack", NewRollback.class, JobView.class)
            .example("{'reason': 'A registry lists closed plants as new'}"),
        reading.listRoute(
            "jobs",
            path,
            Access.MEMBER,
            Request.Nothing.class,
            JobView.class,
            (nothing, records, caller, before, limit) -> part(before, limit),
            JobView::of),
        reading.oneRoute(
            "job",
            path + "/{id}",
            Access.MEMBER,
            JobView.class,
            (records, caller, id) -> jobs.find(id),
            JobView::of),
        writing
            .post(path + "/{id}/cancel", Access.OPERATE, this::cancel)
            .as("cancelJob", JobView.class),
        Route.get("/api/v1/rejects/{name}", Access.OPERATE, this::rejects)
            .asFile("rejects", Request.Nothing.class, "text/csv")
            .where("name", "gbfs.rejects.csv"));
  }

  /// Starts a run that builds.
  public WriteEndpoint.Work reindex(Input input, Caller caller) {
    NewRun sent = input.body(NewRun.class, made -> checkSources(input, made));
    JobRequest request =
        new JobRequest(sent.sources(), sent.maxRejects(), null, sent.reason(), sent.force());
    return new Starting(jobs, Job.Kind.REINDEX, request, caller);
  }

  private void checkSources(Input input, NewRun sent) {
    Set<String> known = new TreeSet<>(jobs.sourceNames());
    for (int at = 0; at < sent.sources().size(); at++) {
      String name = sent.sources().get(at);
      if (!known.contains(name)) {
        input.fault(
            "sources[" + at + "]",
            name,
            known.isEmpty()
                ? Message.of("job.no_sources")
                : Message.of("job.sources", "known", known),
            Nearest.to(name, known)
                .map(near -> Message.of("job.sources.near", "near", near))
                .orElse(Message.of("job.sources.next")));
      }
    }
  }

  public WriteEndpoint.Work rollBack(Input input, Caller caller) {
    NewRollback sent = input.body(NewRollback.class, made -> checkGeneration(input, made));
    JobRequest request = JobRequest.back(sent.generation(), sent.reason());
    return new Starting(jobs, Job.Kind.ROLLBACK, request, caller);
  }

  private void checkGeneration(Input input, NewRollback sent) {
    String wanted = sent.generation();
    List<String> known = jobs.generations();
    if (wanted != null && !known.contains(wanted)) {
      Message rule = Message.of("absent.generation", "id", wanted, "known", known);
      input.fault("generation", wanted, Message.of("job.generation"), rule);
    }
  }

  /// A job that starts only after its audit line is on disk.
  private static final class Starting implements WriteEndpoint.Work {
    private final Jobs jobs;
    private final Job.Kind kind;
    private final JobRequest request;
    private final Caller caller;
    private @Nullable Job job;

    Starting(Jobs jobs, Job.Kind kind, JobRequest request, Caller caller) {
      this.jobs = jobs;
      this.kind = kind;
      this.request = request;
      this.caller = caller;
    }

    @Override
    public WriteEndpoint.Done run(Records records, Stamp stamp) {
      Job reserved = job != null ? job : jobs.reserve(kind, request, stamp.by());
      job = reserved;
      String action = "job." + kind.name().toLowerCase(Locale.ROOT);
      return new WriteEndpoint.Done(
          ACCEPTED,
          action,
          "job " + reserved.id(),
          JobView.of(reserved, caller),
          ADDRESS + reserved.id());
    }

    @Override
    public void afterCommit() {
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
  public WriteEndpoint.Work cancel(Input input, Caller caller) {
    String id = input.path("id");
    input.nothing();
    return new WriteEndpoint.Work() {
      @Override
      public WriteEndpoint.Done run(Records records, Stamp stamp) {
        Job job = jobs.find(id).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
        return WriteEndpoint.Done.changed("job.cancel", "job " + id, JobView.of(job, caller));
      }

      @Override
      public void afterCommit() {
        var _ = jobs.cancel(id);
      }
    };
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

  /// The rows that the last run of a registry rejected, to be fixed and converted again.
  private void rejects(Context context) {
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
