package greenpair.cli.index;

import module java.base;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.LiveConfiguration;
import greenpair.cli.app.Places;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import greenpair.cli.settings.Terminal;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.reindex.run.ReindexRequest;
import greenpair.web.PortTakenException;
import greenpair.web.Server;
import greenpair.web.openid.OpenIdSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  /// How long a server that nobody asks waits before it prepares.
  private static final Duration UNASKED = Duration.ofSeconds(2);

  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  @Mixin private Places places = new Places();

  @Option(names = "--host")
  private @Nullable String host;

  @Option(names = "--port", converter = Converters.Port.class)
  private @Nullable Integer port;

  @Option(names = "--demo")
  private boolean demo;

  /// Reads plain arguments, options followed by their values, without picocli: its classes are too
  /// old for an AOT cache and take an eighth of the main thread of a start.
  ///
  /// @return empty if picocli must read them: for help, errors and other forms
  public static Optional<ServeCommand> plain(List<String> arguments) {
    ServeCommand command = new ServeCommand();
    Set<String> given = new HashSet<>();
    Iterator<String> left = arguments.iterator();
    while (left.hasNext()) {
      String name = left.next();
      boolean isRead = name.equals("--demo") || (left.hasNext() && command.take(name, left.next()));
      if (!isRead || !given.add(name)) {
        return Optional.empty();
      }
    }
    command.demo = given.contains("--demo");
    return Optional.of(command);
  }

  private boolean take(String name, String value) {
    if (value.isEmpty() || value.startsWith("-") || value.startsWith("@")) {
      return false;
    }
    return switch (name) {
      case "--host" -> {
        host = value;
        yield true;
      }
      case "--port" -> {
        boolean isNumber = PORT.matcher(value).matches() && Integer.parseInt(value) <= 65535;
        port = isNumber ? Integer.valueOf(value) : null;
        yield isNumber;
      }
      default -> places.take(name, value);
    };
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    if (host != null) {
      options.put(Setting.HOST, host);
    }
    if (port != null) {
      options.put(Setting.PORT, port.toString());
    }
    ServerSettings settings = places.settings(options);
    if (settings.isJsonLog()) {
      System.setProperty("greenpair.log.format", "json"); // Read by logback.xml.
    }
    CommandWiring wiring = CommandWiring.read(places.config());
    GenerationStore store = places.store();
    LiveIndex live = wiring.live(store);
    live.refresh();
    boolean isDemonstration = Demonstration.isWanted(demo, Places.home(), settings, store);
    if (!live.isReady() && isDemonstration) {
      PortTakenException.check(settings.host(), settings.port());
      indexFixtures(wiring, store);
      live.refresh();
    } else if (!live.isReady()) {
      say(Message.of("serve.nothing", "data", store.data()));
    }
    if (live.isReady()) {
      settings.web().access().openId().ifPresent(openId -> sayUnknownCities(openId, live));
    }
    ProgramStore program = new ProgramStore(settings.database());
    LiveConfiguration configuration =
        new LiveConfiguration(wiring, live, program, CommandWiring::read);
    configuration.start();
    Server server = wiring.server(store, live, program, configuration, settings.web());
    server.start(settings.host(), settings.port());
    say(Message.of("serve.open", "host", settings.host(), "port", server.port()));
    Thread.ofPlatform().daemon().name("preparer").start(() -> prepare(server, program));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.stop();
                      configuration.close();
                      live.close();
                      program.close();
                      stopped.countDown();
                    }));
    stopped.await();
    return Exit.OK;
  }

  /// The server starts all the same: a city may leave the catalog, or come.
  private static void sayUnknownCities(OpenIdSettings openId, LiveIndex live) {
    try (Snapshot snapshot = live.acquire()) {
      openId.cities().values().stream()
          .filter(city -> snapshot.city(city).isEmpty())
          .forEach(city -> say(Message.of("serve.openid_city", "id", city)));
    }
  }

  /// Opens the database and makes the most expensive pages in the background, after the first
  /// answer, which they would delay. If the database cannot be opened, the server continues and
  /// reports it to callers that need it.
  private static void prepare(Server server, ProgramStore program) {
    var _ = server.awaitAnswer(UNASKED);
    try {
      program.open();
    } catch (ProgramException e) {
      if (!program.isClosed()) {
        System.err.println("greenpair: " + e.getMessage());
      }
    } finally {
      server.prepare();
    }
  }

  private static void say(Message line) {
    System.err.println(line.in(Terminal.language()));
  }

  private void indexFixtures(CommandWiring wiring, GenerationStore store) throws IOException {
    say(Message.of(demo ? "serve.demo" : "serve.first"));
    ProgressLine progress = ProgressLine.onTerminal(Terminal.language());
    ReindexRequest order = ReindexRequest.of(List.of(Places.fixtures()));
    wiring.reindexing(store).run(order, progress, Instant.now());
    progress.done();
  }
}
