package greenpair.cli.program;

import greenpair.catalog.EntryId;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Role;
import greenpair.program.access.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Callable<Integer> {
  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");
  private static final int LONGEST_NAME = 100;

  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Option(names = "--name", required = true)
  private String name = "";

  @Option(names = "--role", required = true)
  private Role role = Role.READER;

  @Option(names = "--city", paramLabel = "ID")
  private List<String> cities = new ArrayList<>();

  @Option(names = "--expires", paramLabel = "DAYS|DATE", defaultValue = "90d")
  private String expires = "90d";

  @Override
  public Integer call() {
    Instant now = Instant.now();
    if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          "--name must have 1 to %s characters on one line, but was \"%s\""
              .formatted(LONGEST_NAME, name));
    }
    Set<EntryId> ids = new TreeSet<>();
    cities.forEach(city -> ids.add(new EntryId(city)));
    Instant end = end(now);
    try (ProgramStore store = place.store()) {
      Tokens.Created made =
          store.write(
              all -> {
                Tokens.Created created = all.tokens().create(name.strip(), role, ids, end, now);
                all.audit()
                    .add(
                        ProgramPlace.OPERATOR,
                        now,
                        "token.create",
                        "token " + created.token().id(),
                        RequestOrigin.NONE);
                return created;
              });
      System.err.printf(
          "token %s of %s, %s until %s; store it now, it is not shown again:%n",
          made.token().id(), name.strip(), role.name().toLowerCase(Locale.ROOT), end);
      json.print(
          Map.of("id", made.token().id(), "token", made.secret(), "expires", end),
          made.secret() + "\n");
    }
    return Exit.OK;
  }

  private Instant end(Instant now) {
    Matcher days = DAYS.matcher(expires);
    if (days.matches()) {
      return now.plus(Duration.ofDays(Integer.parseInt(days.group(1))));
    }
    try {
      return LocalDate.parse(expires).atStartOfDay(place.zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw UsageException.of("--expires", Message.of("usage.expires"), expires);
    }
  }
}
