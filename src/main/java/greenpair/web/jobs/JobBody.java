package greenpair.web.jobs;

import greenpair.catalog.value.Nearest;
import greenpair.job.Job;
import greenpair.job.JobRequest;
import greenpair.job.Jobs;
import greenpair.message.Message;
import greenpair.web.input.BodyFields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// What a body may request of a job. It can name existing mappings and generations; paths and
/// addresses come only from the settings and the mappings.
record JobBody(Jobs jobs) {
  private static final int LONGEST_REASON = 500;
  private static final Pattern REASON =
      Pattern.compile("\\S(?:[^\\p{Cc}]{0," + (LONGEST_REASON - 2) + "}\\S)?");
  private static final Pattern TOLERANCE =
      Pattern.compile("[0-9]{1,9}|[0-9]{1,2}(?:\\.[0-9]{1,4})?%|100%");
  private static final Pattern GENERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Message DAY_RULE = Message.of("check.day", "example", "2026-03-01");
  private static final Message REASON_RULE = Message.of("job.reason", "most", LONGEST_REASON);

  record Asked(Job.Kind kind, JobRequest request) {}

  Asked reindex(BodyFields body) {
    List<String> sources = sources(body);
    String most = body.form("max_rejects", TOLERANCE, Message.of("job.tolerance"));
    String reason = body.form("reason", REASON, REASON_RULE);
    boolean incremental = body.flag("incremental");
    LocalDate since = since(body, incremental);
    boolean force = body.flag("force");
    if (force && body.isMissing("reason")) {
      needsReason(body);
    }
    body.finish();
    return new Asked(
        Job.Kind.REINDEX,
        new JobRequest(sources, most, null, reason, incremental, since, force && reason != null));
  }

  /// As on the command line: a full run with some rows only would retire all others.
  private @Nullable LocalDate since(BodyFields body, boolean incremental) {
    String word = body.form("since", DAY, DAY_RULE);
    if (word == null) {
      return null;
    }
    if (jobs.sourceNames().isEmpty()) {
      body.fault("since", StringNode.valueOf(word), oneOf(Set.of()));
      return null;
    }
    if (!incremental) {
      body.checks()
          .fault(body.path("since"), word, Message.of("job.since"), Message.of("job.since.next"));
      return null;
    }
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      body.fault("since", StringNode.valueOf(word), DAY_RULE);
      return null;
    }
  }

  Asked rollBack(BodyFields body) {
    String generation = body.form("generation", GENERATION, Message.of("job.generation"));
    String reason = body.form("reason", REASON, REASON_RULE);
    if (body.isMissing("reason")) {
      needsReason(body);
    }
    body.finish();
    return new Asked(Job.Kind.ROLLBACK, JobRequest.back(generation, reason));
  }

  private static void needsReason(BodyFields body) {
    body.missing("reason", REASON_RULE, Message.of("job.reason.next"));
  }

  private List<String> sources(BodyFields body) {
    JsonNode value = body.any("sources");
    if (value == null) {
      return List.of();
    }
    Set<String> known = new TreeSet<>(jobs.sourceNames());
    if (!value.isArray() || value.isEmpty()) {
      body.fault("sources", value, oneOf(known));
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode each : value) {
      String name = each.isString() ? each.stringValue() : each.toString();
      if (known.contains(name)) {
        names.add(name);
      } else {
        refuse(body, names.size(), name, known);
      }
    }
    return names;
  }

  private static void refuse(BodyFields body, int place, String name, Set<String> known) {
    body.checks()
        .fault(
            body.path("sources") + "[" + place + "]",
            name,
            oneOf(known),
            Nearest.to(name, known)
                .map(near -> Message.of("job.sources.near", "near", near))
                .orElse(Message.of("job.sources.next")));
  }

  private static Message oneOf(Set<String> known) {
    return known.isEmpty()
        ? Message.of("job.no_sources")
        : Message.of("job.sources", "known", known);
  }
}
