package greenpair.cli.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.TextTable;
import greenpair.cli.app.UsageException;
import greenpair.match.NotFoundException;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.Tokens;
import greenpair.program.access.Tokens.Token;
import greenpair.program.database.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair token …`
public final class TokenCommands {
  private TokenCommands() {}

  @Command(name = "create")
  public static final class Create extends ProgramCommand {
    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");
    private static final int LONGEST_NAME = 100;

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true)
    private Role role = Role.READER;

    @Option(names = "--city", paramLabel = "ID")
    private List<String> cities = new ArrayList<>();

    @Option(names = "--expires", paramLabel = "DAYS|DATE", defaultValue = "90d")
    private String expires = "90d";

    @Override
    public Integer call() {
      Instant now = Instant.now();
      if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
        throw new UsageException(Message.of("usage.name", "most", LONGEST_NAME, "value", name));
      }
      if ((role == Role.CITY) == cities.isEmpty()) {
        throw new UsageException(
            Message.of(cities.isEmpty() ? "token.no_city" : "token.city_alone"));
      }
      Set<EntryId> ids = new TreeSet<>();
      cities.forEach(city -> ids.add(new EntryId(city)));
      Instant end = end(now);
      try (ProgramStore store = store()) {
        checkCities(ids, store);
        Tokens.Created made =
            store.write(
                all -> {
                  Tokens.Created created = all.tokens().create(name.strip(), role, ids, end, now);
                  audit(all, now, "token.create", "token " + created.token().id());
                  return created;
                });
        System.err.print(
            output.line(
                Message.of(
                    "token.created",
                    "id",
                    made.token().id(),
                    "name",
                    name.strip(),
                    "role",
                    Word.of(role),
                    "end",
                    end.toString())));
        output.print(
            new Shown(made.token().id(), made.secret(), end.toString()), made.secret() + "\n");
      }
      return Exit.OK;
    }

    private record Shown(String id, String token, String expires) {}

    /// Whether the cities are in the published catalog or were entered; unknown while nothing is
    /// published.
    private void checkCities(Set<EntryId> ids, ProgramStore program) {
      if (ids.isEmpty() || places.store().published().isEmpty()) {
        return;
      }
      try (OpenIndex index = OpenIndex.open(wiring(), places)) {
        for (EntryId city : ids) {
          if (program.read(all -> all.revisions().latest(Kind.CITY, city)).isEmpty()) {
            var _ =
                index.answer(
                    snapshot ->
                        snapshot
                            .city(city)
                            .orElseThrow(() -> new NotFoundException(Kind.CITY, city)));
          }
        }
      }
    }

    private Instant end(Instant now) {
      Matcher days = DAYS.matcher(expires);
      if (days.matches()) {
        return now.plus(Duration.ofDays(Integer.parseInt(days.group(1))));
      }
      try {
        Instant end = LocalDate.parse(expires).atStartOfDay(places.settings().zone()).toInstant();
        if (end.isAfter(now)) {
          return end;
        }
      } catch (DateTimeParseException e) {
        // Reported like a date in the past.
      }
      throw UsageException.of("--expires", Message.of("usage.expires"), expires);
    }
  }

  @Command(name = "list")
  public static final class Listing extends ProgramCommand {
    @Override
    public Integer call() {
      Instant now = Instant.now();
      List<Listed> shown = new ArrayList<>();
      TextTable table = output.table("id", "name", "role", "cities", "created", "expires", "state");
      try (ProgramStore store = store()) {
        List<Token> tokens =
            store.read(all -> all.tokens().list(Page.NEWEST, Integer.MAX_VALUE - 1)).items();
        for (Token each : tokens) {
          List<String> cities = each.cities().stream().map(String::valueOf).sorted().toList();
          String state = state(each, now);
          shown.add(
              new Listed(
                  each.id(),
                  each.name(),
                  Word.of(each.role()),
                  cities,
                  each.made(),
                  each.expires(),
                  state));
          table.row(
              each.id(),
              each.name(),
              Word.of(each.role()),
              String.join(" ", cities),
              each.made(),
              each.expires(),
              state.isEmpty() ? "" : output.say(Message.of("token." + state)));
        }
      }
      output.print(shown, table);
      return Exit.OK;
    }

    private static String state(Token token, Instant now) {
      return token.revoked() != null ? "revoked" : now.isBefore(token.expires()) ? "" : "expired";
    }

    /// @param state `revoked`, `expired` or empty
    private record Listed(
        String id,
        String name,
        String role,
        List<String> cities,
        Instant made,
        Instant expires,
        String state) {}
  }

  @Command(name = "revoke")
  public static final class Revoke extends ProgramCommand {
    @Parameters(paramLabel = "ID")
    private String id = "";

    @Override
    public Integer call() {
      Instant now = Instant.now();
      try (ProgramStore store = store()) {
        store.change(
            all -> {
              if (all.tokens().revoke(id, now).isEmpty()) {
                throw new AbsentException(Message.of("absent.token", "id", id));
              }
              audit(all, now, "token.revoke", "token " + id);
            });
      }
      output.print(Map.of("revoked", id), Message.of("token.revoked_id", "id", id));
      return Exit.OK;
    }
  }
}
