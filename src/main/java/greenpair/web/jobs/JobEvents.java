package greenpair.web.jobs;

import greenpair.job.Job;
import greenpair.job.Jobs;
import greenpair.message.Message;
import greenpair.program.access.Caller;
import greenpair.web.auth.Access;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.http.Json;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.Replies;
import greenpair.web.input.Request;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// The progress of a job as server-sent events: `progress` whenever it changed, a comment as a
/// heartbeat if it did not, and `end` with the result, after which the stream ends. Each listener
/// occupies one virtual thread; their number is limited.
public final class JobEvents {
  public static final String MEDIA_TYPE = "text/event-stream";
  static final int LISTENERS = 64;

  /// Streams that one caller may hold.
  static final int EACH = 8;

  private static final Duration BEAT = Duration.ofSeconds(15);

  private final Guard guard;
  private final Jobs jobs;
  private final JobHandler handler;
  private final Json json;
  private final ConcurrentHashMap<String, Integer> listening = new ConcurrentHashMap<>();
  private final Semaphore free = new Semaphore(LISTENERS);

  public JobEvents(Guard guard, Jobs jobs, JobHandler handler, Json json) {
    this.guard = guard;
    this.jobs = jobs;
    this.handler = handler;
    this.json = json;
  }

  public Route route() {
    return Route.get("/api/v1/jobs/{id}/events", Access.MEMBER, this::listen)
        .asFile("jobEvents", Request.Nothing.class, MEDIA_TYPE);
  }

  private void listen(Context context) {
    Job job = handler.find(context);
    context.contentType(MEDIA_TYPE);
    context.header(Header.CACHE_CONTROL, "no-store");
    context.header("X-Accel-Buffering", "no"); // Makes a proxy forward each event at once.
    if (context.method().equals(HandlerType.HEAD)) {
      return;
    }
    Caller caller = guard.caller(context);
    String who = caller.id();
    if (listening.merge(who, 1, Integer::sum) > EACH || !free.tryAcquire()) {
      leave(who);
      context.header(Header.RETRY_AFTER, Replies.RETRY_SECONDS);
      throw new RefusedException(ProblemKind.TOO_MANY_REQUESTS, Message.of("job.too_many_streams"));
    }
    try {
      tell(context, job, caller);
    } catch (IOException e) {
      // The listener has disconnected, which is how most streams end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
      leave(who);
    }
  }

  private void leave(String who) {
    var _ = listening.merge(who, -1, Integer::sum);
  }

  private void tell(Context context, Job first, Caller caller)
      throws IOException, InterruptedException {
    OutputStream out = context.res().getOutputStream();
    Job job = first;
    while (job.isRunning() && !jobs.isClosed() && guard.isStillGood(context)) {
      send(out, "progress", job, caller);
      Job next = jobs.next(job, BEAT);
      while (next.equals(job) && !jobs.isClosed()) {
        if (!guard.isStillGood(context)) {
          return;
        }
        write(out, ": still running\n\n");
        next = jobs.next(job, BEAT);
      }
      job = next;
    }
    if (!job.isRunning()) {
      send(out, "end", job, caller);
    }
  }

  private void send(OutputStream out, String event, Job job, Caller caller) throws IOException {
    String data = json.text(JobView.of(job, caller));
    write(out, "event: " + event + "\nid: " + job.id() + "\ndata: " + data + "\n\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
