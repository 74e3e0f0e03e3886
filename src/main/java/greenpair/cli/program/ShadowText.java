package greenpair.cli.program;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.TextTable;
import greenpair.learn.RankedOutcome;
import greenpair.learn.ShadowReport;
import greenpair.message.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prints a shadow cycle on a terminal.
record ShadowText(Language language, ZoneId zone) {
  String of(Optional<ShadowReport> report) {
    return report.map(this::of).orElseGet(() -> say("learn.cycle.none") + "\n");
  }

  private String of(ShadowReport report) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        Message.of(
            "learn.cycle",
            "proposal",
            report.proposal(),
            "who",
            report.by(),
            "when",
            day(report.on())));
    line(text, end(report));
    line(
        text,
        Message.of(
            "learn.cycle.lists",
            "recordings",
            report.recordings(),
            "changes",
            report.changes().size(),
            "lists",
            report.lists(),
            "firsts",
            report.firstPlaces()));
    if (!report.changes().isEmpty()) {
      TextTable table = TextTable.of(language, "need", "current_list", "proposed_list");
      for (ShadowReport.Change each : report.changes()) {
        table.row(
            each.name().best(language) + " (" + say("kind." + each.kind().word()) + ")",
            first(each.effective()),
            first(each.proposed()));
      }
      text.append('\n').append(table).append('\n');
    }
    line(
        text,
        Message.of(
            "learn.cycle.outcomes",
            "outcomes",
            report.outcomes().size(),
            "raised",
            report.raised().all(),
            "good",
            report.raised().succeeded(),
            "lowered",
            report.lowered().all(),
            "goodLowered",
            report.lowered().succeeded()));
    if (!report.outcomes().isEmpty()) {
      text.append('\n').append(table(report.outcomes()));
    }
    return text.toString();
  }

  private Message end(ShadowReport report) {
    Instant ended = report.ended();
    Text because = report.because();
    Instant until = report.until();
    if (ended != null && because != null) {
      return Message.of("learn.cycle.ended", "when", day(ended), "because", because);
    }
    return until == null
        ? Message.of("learn.cycle.next")
        : Message.of("learn.cycle.until", "when", day(until));
  }

  private TextTable table(List<RankedOutcome> outcomes) {
    TextTable table =
        TextTable.of(
            language,
            "introduction",
            "need",
            "partner",
            "stage",
            "current_list",
            "proposed_list",
            "better");
    for (RankedOutcome each : outcomes) {
      table.row(
          each.introduction(),
          each.needName().best(language),
          each.name().best(language),
          say("stage." + each.reached().name().toLowerCase(Locale.ROOT)),
          rank(each.effective()),
          rank(each.proposed()),
          say("learn.cycle.better." + each.better().name().toLowerCase(Locale.ROOT)));
    }
    return table;
  }

  private String first(List<ShadowReport.Entry> list) {
    return list.isEmpty() ? "–" : list.getFirst().name().best(language);
  }

  private static String rank(@Nullable Integer rank) {
    return rank == null ? "–" : rank.toString();
  }

  private LocalDate day(Instant when) {
    return LocalDate.ofInstant(when, zone);
  }

  private String say(String key) {
    return Message.of(key).in(language);
  }

  private void line(StringBuilder text, Message message) {
    text.append(message.in(language)).append('\n');
  }
}
