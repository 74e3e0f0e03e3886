package greenpair.job;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// When jobs start automatically: a cron expression of five fields (minute, hour, day of the month,
/// month, day of the week), such as `30 3 * * *` for every day at 3:30.
public final class Schedule {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final Cron cron;
  private final ExecutionTime times;
  private final ZoneId zone;

  private Schedule(Cron cron, ZoneId zone) {
    this.cron = cron;
    this.times = ExecutionTime.forCron(cron);
    this.zone = zone;
  }

  /// Reads a cron expression.
  ///
  /// @throws IllegalArgumentException if it is no cron expression, or names a day that never comes,
  ///     such as 30 February
  public static Schedule parse(String expression, ZoneId zone) {
    Schedule schedule = new Schedule(PARSER.parse(expression).validate(), zone);
    if (schedule.next(Instant.EPOCH).isEmpty()) {
      throw new IllegalArgumentException("that day never comes");
    }
    return schedule;
  }

  /// The first time after that moment; empty if there is none any more.
  public Optional<Instant> next(Instant after) {
    return times.nextExecution(ZonedDateTime.ofInstant(after, zone)).map(ZonedDateTime::toInstant);
  }

  @Override
  public String toString() {
    return cron.asString() + " " + zone;
  }
}
