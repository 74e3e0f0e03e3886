package greenpair.cli.plan;

import greenpair.catalog.Language;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Timetable;
import greenpair.web.plans.Calendars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that writes a timetable as a calendar.
final class CalendarOption {
  @Option(names = "--ics", paramLabel = "FILE")
  private @Nullable Path file;

  void write(PlanRequest.Meetings request, Timetable made, PlanWords words, Language language)
      throws IOException {
    if (file != null) {
      String text = Calendars.of(request, made, null, Instant.EPOCH, words::name, language);
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }
  }
}
