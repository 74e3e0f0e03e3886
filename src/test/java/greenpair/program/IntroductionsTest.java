package greenpair.program;

import static greenpair.program.ProgramRows.ADA;
import static greenpair.program.ProgramRows.JILIN;
import static greenpair.program.ProgramRows.OAKLAND;
import static greenpair.program.ProgramRows.introduction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions;
import greenpair.program.introduction.Introductions.StageCount;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Introductions and their letters, the same on both databases.
@Tag("postgres")
class IntroductionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void introduction_withItsSteps_tellsWhatCameOfIt(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      Introduction made = store.write(all -> all.introductions().add(introduction(JILIN)));
      Introduction.Step stopped =
          new Introduction.Step(
              Introduction.Stage.STOPPED, LocalDate.of(2026, 3, 1), "no budget", "", ADA);
      Introduction now = store.write(all -> all.introductions().add(made.id(), stopped));
      assertEquals(List.of("INTRODUCED", "STOPPED"), stages(now.steps()));
      long number = now.steps().getLast().number();
      assertEquals(false, store.write(all -> all.introductions().withdraw("x", number, "r", ADA)));
      assertEquals(
          true, store.write(all -> all.introductions().withdraw(made.id(), number, "wrong", ADA)));
      assertEquals(
          false, store.write(all -> all.introductions().withdraw(made.id(), number, "again", ADA)));
      Introduction back = store.read(all -> all.introductions().find(made.id())).orElseThrow();
      assertEquals(List.of("INTRODUCED"), stages(back.steps()));
      assertEquals(
          new Introduction.Withdrawal(ADA, "wrong"), back.withdrawn().getFirst().withdrawn());
      Introduction.Step contract =
          new Introduction.Step(
              0,
              Introduction.Stage.CONTRACT,
              LocalDate.of(2026, 3, 1),
              null,
              new Introduction.Amount(12_000_000, "CNY"),
              "40 buses",
              "",
              ADA,
              null);
      LocalDate due = LocalDate.of(2026, 3, 31);
      Introduction.Task task = new Introduction.Task("Wu", due, "call", ADA);
      now = store.write(all -> all.introductions().assign(made.id(), task));
      assertEquals(task, now.task());
      assertEquals(1, late(store, due.plusDays(1)));
      assertEquals(0, late(store, due));
      Introduction signed = store.write(all -> all.introductions().add(made.id(), contract));
      assertEquals(contract.amount(), signed.steps().getLast().amount());
      assertEquals(0, late(store, due.plusDays(1)));
      StageCount count = board(store, due.plusDays(1), Introduction.Stage.CONTRACT);
      assertEquals(
          new StageCount(
              Introduction.Stage.CONTRACT, 1, 0, Map.of("CNY", BigInteger.valueOf(12_000_000))),
          count);
      assertEquals(
          List.of(signed),
          store
              .read(all -> all.introductions().list(JILIN, new EntryId("byd"), Page.NEWEST, 9))
              .items());
      assertTrue(
          store
              .read(all -> all.introductions().list(OAKLAND, null, Page.NEWEST, 9))
              .items()
              .isEmpty());
    }
  }

  /// Whoever enters a forgotten meeting takes no contract off the board.
  @ParameterizedTest
  @EnumSource
  void stage_isThatOfTheLatestDay_notOfTheLastEntry(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      String id = store.write(all -> all.introductions().add(introduction(JILIN))).id();
      add(store, id, Introduction.Stage.CONTRACT, LocalDate.of(2026, 5, 2));
      Introduction now = add(store, id, Introduction.Stage.MET, LocalDate.of(2026, 4, 1));
      assertEquals(List.of("INTRODUCED", "MET", "CONTRACT"), stages(now.steps()));
      assertEquals(Introduction.Stage.CONTRACT, now.stage());
      Introductions.Selection signed =
          new Introductions.Selection(null, null, Introduction.Stage.CONTRACT, null);
      assertEquals(
          List.of(now),
          store.read(all -> all.introductions().list(signed, Page.NEWEST, 9)).items());
      StageCount count = board(store, LocalDate.MAX, Introduction.Stage.CONTRACT);
      assertEquals(1, count.introductions());
    }
  }

  private static Introduction add(
      ProgramStore store, String id, Introduction.Stage stage, LocalDate day) {
    Introduction.Step step = new Introduction.Step(stage, day, null, "", ADA);
    return store.write(all -> all.introductions().add(id, step));
  }

  private static List<String> stages(List<Introduction.Step> steps) {
    return steps.stream().map(each -> each.stage().name()).toList();
  }

  private static int late(ProgramStore store, LocalDate today) {
    Introductions.Selection wanted = new Introductions.Selection(null, null, null, today);
    return store.read(all -> all.introductions().list(wanted, Page.NEWEST, 9)).items().size();
  }

  /// What two threads come to, the smaller one first.
  private static <T extends Comparable<T>> List<T> both(Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> done = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(List.of(work, work))) {
        done.add(each.get());
      }
      return done.stream().sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void introduction_requestedOfTwoServersAtOnce_isMadeOnce(Databases database) throws Exception {
    DatabaseSettings settings = database.fresh(folder);
    try (ProgramStore one = new ProgramStore(settings);
        ProgramStore other = new ProgramStore(settings)) {
      one.open();
      Queue<ProgramStore> servers = new ConcurrentLinkedQueue<>(List.of(one, other));
      CyclicBarrier begin = new CyclicBarrier(2);
      Callable<Boolean> introduce =
          () -> {
            ProgramStore server = servers.remove();
            begin.await();
            return server.write(
                all -> {
                  if (all.introductions().open(introduction(JILIN)).isPresent()) {
                    return false;
                  }
                  LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                  var _ = all.introductions().add(introduction(JILIN));
                  return true;
                });
          };
      assertEquals(List.of(false, true), both(introduce));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sums_ofTheBoard_areExact_howeverLarge(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      LocalDate day = LocalDate.of(2026, 3, 1);
      Introduction.Amount most = new Introduction.Amount(Long.MAX_VALUE, "CNY");
      for (int i = 0; i < 2; i++) {
        Introduction made = store.write(all -> all.introductions().add(introduction(JILIN)));
        Introduction.Step pilot =
            new Introduction.Step(
                0, Introduction.Stage.PILOT, day, null, most, null, "", ADA, null);
        var _ = store.write(all -> all.introductions().add(made.id(), pilot));
      }
      BigInteger sum = BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO);
      assertEquals(Map.of("CNY", sum), board(store, day, Introduction.Stage.PILOT).amounts());
    }
  }

  /// Found by reading: the board ran two queries for each introduction.
  @ParameterizedTest
  @EnumSource
  void board_ofAThousandIntroductions_takesFewQueries_andCountsAsTheListDoes(Databases database) {
    try (ProgramStore store = new ProgramStore(database.fresh(folder))) {
      LocalDate day = LocalDate.of(2026, 3, 1);
      store.change(records -> addMany(records.introductions(), day));
      List<Introduction> all = store.read(records -> records.introductions().all());
      assertEquals(993, all.size(), "those whose steps were all withdrawn are not listed");
      Introduction sample = all.getFirst();
      assertEquals(
          Optional.of(sample), store.read(records -> records.introductions().find(sample.id())));
      List<StageCount> expected =
          Arrays.stream(Introduction.Stage.values()).map(stage -> count(all, stage, day)).toList();
      AtomicInteger queries = new AtomicInteger();
      List<StageCount> board =
          store.read(records -> new Introductions(counted(records.rows(), queries)).board(day));
      assertEquals(expected, board);
      List<Introduction> newest =
          store.read(records -> new Introductions(counted(records.rows(), queries)).newest(9));
      for (Introduction.Stage stage : Introduction.Stage.values()) {
        assertEquals(
            all.stream().filter(each -> each.stage() == stage).limit(9).toList(),
            newest.stream().filter(each -> each.stage() == stage).toList());
      }
      assertTrue(queries.get() < 5, () -> queries + " queries");
    }
  }

  private static void addMany(Introductions into, LocalDate day) {
    for (int i = 0; i < 1_000; i++) {
      Introduction made = into.add(introduction(i % 2 == 0 ? JILIN : OAKLAND));
      Introduction.Stage stage = List.of(Introduction.Stage.values()).get(i % 5);
      Introduction.Amount amount =
          i % 3 == 0 ? null : new Introduction.Amount(i, i % 7 == 0 ? "USD" : "CNY");
      String reason = stage == Introduction.Stage.STOPPED ? "no budget" : null;
      Introduction now =
          into.add(
              made.id(), new Introduction.Step(0, stage, day, reason, amount, null, "", ADA, null));
      if (i % 11 == 0) {
        assertTrue(into.withdraw(made.id(), now.steps().getLast().number(), "wrong", ADA));
      }
      if (i % 13 == 0) {
        assertTrue(into.withdraw(made.id(), now.steps().getFirst().number(), "wrong", ADA));
      }
      for (int k = 0; k < i % 3; k++) {
        LocalDate due = k == 0 ? day.minusDays(9) : day.plusDays(i % 2 == 0 ? 1 : -1);
        var _ = into.assign(made.id(), new Introduction.Task("Ada", due, "call", ADA));
      }
    }
  }

  /// The count of a stage by the list.
  private static StageCount count(
      List<Introduction> all, Introduction.Stage stage, LocalDate today) {
    List<Introduction> these = all.stream().filter(each -> each.stage() == stage).toList();
    Map<String, BigInteger> sums = new HashMap<>();
    for (Introduction each : these) {
      each.steps().reversed().stream()
          .flatMap(step -> Stream.ofNullable(step.amount()))
          .findFirst()
          .ifPresent(
              last ->
                  sums.merge(last.currency(), BigInteger.valueOf(last.value()), BigInteger::add));
    }
    int overdue = (int) these.stream().filter(each -> each.isOverdue(today)).count();
    return new StageCount(stage, these.size(), overdue, sums);
  }

  /// The same rows, with every statement counted.
  static Rows counted(Rows rows, AtomicInteger statements) {
    return new Rows(
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")) {
                    statements.incrementAndGet();
                  }
                  return method.invoke(rows.connection(), arguments);
                }));
  }

  private static StageCount board(ProgramStore store, LocalDate today, Introduction.Stage stage) {
    return store.read(all -> all.introductions().board(today)).stream()
        .filter(each -> each.stage() == stage)
        .findFirst()
        .orElseThrow();
  }
}
