package greenpair.cli.app;

import module java.base;

import greenpair.background.RepeatingThread;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.config.Problems;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.index.LiveIndex;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.database.ProgramException;
import greenpair.registry.config.ConfigFolder;
import greenpair.search.Search;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the configuration folder and the edits of search in the database while the server runs.
/// The folder is read and checked as a whole; a changed glossary, changed weights, rules and
/// sentences take effect within a second for search, recommendations and pages alike, and every
/// answer names the digest that made it. A folder with errors changes nothing: they are logged once
/// and shown by the status and the registries page.
///
/// A change that affects the contents of an index is not used: it needs a new generation, which an
/// operator builds, and a restart.
public final class LiveConfiguration implements LiveAnswerParts, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveConfiguration.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// Number of configurations kept, because running requests may still use earlier ones.
  private static final int KEPT = 4;

  private final ConfigFolder folder;
  private final Function<ConfigFolder, CommandWiring> reader;
  private final ProgramStore program;
  private final LiveIndex live;
  private final RepeatingThread thread = new RepeatingThread("configuration-watcher", log);
  /// By digest of the configuration, newest last; never changed once it is here.
  private volatile SequencedMap<String, AnswerParts> answerParts = new LinkedHashMap<>();
  private volatile List<Text> faults = List.of();
  private volatile CommandWiring used;
  private volatile List<SearchEdit> edits = List.of();
  private String seen;

  public LiveConfiguration(
      CommandWiring started,
      LiveIndex live,
      ProgramStore program,
      Function<ConfigFolder, CommandWiring> reader) {
    this.reader = reader;
    this.program = program;
    this.folder = started.folder();
    this.live = live;
    answerParts.put(started.configuration(), started.answerParts());
    this.used = started;
    this.seen = started.configuration();
  }

  /// Starts checking the folder once a second.
  public void start() {
    thread.giveWay();
    thread.repeat(
        PAUSE, PAUSE, "looking at the configuration failed; the one in use stays", this::refresh);
  }

  /// The configuration in use.
  CommandWiring current() {
    return used;
  }

  /// Reads the edits; while the database is not open or does not answer, they stay as they are.
  private void readEdits() {
    try {
      if (program.isOpen()) {
        edits = program.read(records -> records.searches().edits());
      }
    } catch (ProgramException e) {
      log.debug("edits of search were not read", e);
    }
  }

  /// Applies the folder and the edits if they changed since the last check.
  @Override
  public synchronized void refresh() {
    String digest;
    readEdits();
    ConfigFolder now = folder.with(edits);
    try {
      digest = now.digest();
    } catch (UncheckedIOException e) {
      // A file is being replaced; the next check reads it complete.
      return;
    } catch (IllegalArgumentException e) {
      refuse(Failures.message(e));
      return;
    }
    if (digest.equals(seen)) {
      return;
    }
    try {
      take(reader.apply(now));
      seen = digest;
    } catch (IllegalArgumentException e) {
      seen = digest;
      refuse(e);
    } catch (UncheckedIOException e) {
      // Not marked as seen, so that the next check tries again.
      refuse(e);
    }
  }

  private void refuse(RuntimeException e) {
    Message found = Failures.message(e);
    if (!faults.equals(List.of(found.text()))) {
      log.error("the changed configuration is not used: {}", found.in(Language.EN));
    }
    refuse(found);
  }

  private void refuse(Message fault) {
    faults = List.of(fault.text());
  }

  private void take(CommandWiring wiring) {
    if (wiring.digests().indexing().equals(used.digests().indexing())) {
      use(wiring);
    } else {
      Message fault = Message.of("live.reindex");
      log.warn("{}", fault.in(Language.EN));
      refuse(fault);
    }
  }

  /// Updates the components before the digest, so that no answer names a configuration that did not
  /// produce it.
  private void use(CommandWiring wiring) {
    SequencedMap<String, AnswerParts> next = new LinkedHashMap<>(answerParts);
    next.putLast(wiring.configuration(), wiring.answerParts());
    if (next.size() > KEPT) {
      var _ = next.pollFirstEntry();
    }
    answerParts = next;
    live.follow(wiring.digests(), wiring.indexSettings());
    used = wiring;
    faults = List.of();
    log.info(
        "configuration {} loaded; entries whose texts only mention a new term are found by it after"
            + " the next reindex",
        wiring.configuration().substring(0, 12));
  }

  @Override
  public AnswerParts of(String configuration) {
    AnswerParts found = answerParts.get(configuration);
    if (found == null) {
      throw new IllegalStateException("the configuration " + configuration + " was replaced");
    }
    return found;
  }

  @Override
  public Search with(String configuration, SearchEdit edit) {
    List<SearchEdit> all = new ArrayList<>(edits);
    all.add(edit);
    return reader.apply(folder.with(all)).search();
  }

  @Override
  public List<String> judged() {
    Path file = Places.fixtures().resolve("judgements/search/tune.jsonl");
    try {
      return SearchTopic.read(file, new Problems()).stream()
          .filter(each -> each.filters() == null)
          .map(SearchTopic::q)
          .toList();
    } catch (IOException e) {
      return List.of(); // An installation need not have them.
    }
  }

  @Override
  public List<Text> faults() {
    return faults;
  }

  @Override
  public void close() {
    thread.close();
  }
}
