package greenpair.program.introduction;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// Introductions and their steps.
public record Introductions(Rows rows) {
  /// The last step first: an earlier meeting may be entered after the contract.
  private static final String LAST =
      "CASE stage WHEN 'drafted' THEN 0 WHEN 'introduced' THEN 1 ELSE 2 END DESC, happened DESC,"
          + " seq DESC";

  private static final String STAGE =
      "(SELECT stage FROM step WHERE step.introduction = introduction.id AND withdrawn IS NULL"
          + (" ORDER BY " + LAST + " LIMIT 1)");

  /// The stage of every introduction and its last amount: a pilot's sum is not a part of the
  /// contract that follows.
  private static final String STAGES =
      " (SELECT DISTINCT introduction, FIRST_VALUE(stage) OVER latest AS stage,"
          + " FIRST_VALUE(currency) OVER paid AS currency, FIRST_VALUE(amount) OVER paid AS amount"
          + " FROM step WHERE withdrawn IS NULL"
          + (" WINDOW latest AS (PARTITION BY introduction ORDER BY " + LAST + "),")
          + (" paid AS (PARTITION BY introduction ORDER BY amount IS NULL, " + LAST + "))")
          + " AS steps ON steps.introduction = introduction.id";

  private static final String DUE =
      "(SELECT due FROM task WHERE task.introduction = introduction.id"
          + " ORDER BY task.seq DESC LIMIT 1)";

  private static final String ENDED = "('contract', 'stopped')";
  private static final int READ_AT_ONCE = 1_000;

  /// What a list is narrowed to; null narrows nothing.
  ///
  /// @param overdue only those whose task was due before that day
  public record Selection(
      @Nullable EntryId city,
      @Nullable EntryId partner,
      Introduction.@Nullable Stage stage,
      @Nullable LocalDate overdue) {}

  /// Those that were not withdrawn as a whole, newest first.
  public Page<Introduction> list(Selection wanted, long before, int limit) {
    Filter filter =
        new Filter(before)
            .where(STAGE + " IS NOT NULL")
            .whereEquals("city", wanted.city())
            .whereEquals("partner", wanted.partner())
            .whereEquals(STAGE, wanted.stage());
    if (wanted.overdue() != null) {
      filter.where(STAGE + " NOT IN " + ENDED).whereBelow(DUE, wanted.overdue());
    }
    List<Introduction> read = filter.read(rows, "introduction", Introduction.class, limit);
    return Page.of(complete(read), limit, Introduction::seq);
  }

  /// All of them, newest first.
  public List<Introduction> all() {
    return list(null, null, Page.NEWEST, Integer.MAX_VALUE - 1).items();
  }

  public Page<Introduction> list(
      @Nullable EntryId city, @Nullable EntryId partner, long before, int limit) {
    return list(new Selection(city, partner, null, null), before, limit);
  }

  /// Introductions at a stage with the same last amount.
  private record Group(
      Introduction.Stage stage,
      Introduction.@Nullable Amount amount,
      int introductions,
      int overdue) {}

  /// Every stage in order with its number of introductions.
  ///
  /// @param today the day from which a task is overdue that was due before
  public List<StageCount> board(LocalDate today) {
    Map<Introduction.Stage, StageCount> board = new EnumMap<>(Introduction.Stage.class);
    for (Introduction.Stage stage : Introduction.Stage.values()) {
      board.put(stage, new StageCount(stage, 0, 0, Map.of()));
    }
    rows.all(
            Group.class,
            "SELECT stage, currency, amount, COUNT(*) AS introductions, SUM(CASE WHEN stage NOT IN "
                + (ENDED + " AND " + DUE + " < ? THEN 1 ELSE 0 END) AS overdue")
                + (" FROM introduction JOIN" + STAGES + " GROUP BY 1, 2, 3"),
            today)
        .forEach(each -> board.computeIfPresent(each.stage(), (key, count) -> count.plus(each)));
    return List.copyOf(board.values());
  }

  /// The newest of every stage, newest first.
  ///
  /// @param most of one stage
  public List<Introduction> newest(int most) {
    return complete(
        rows.all(
            Introduction.class,
            "SELECT * FROM (SELECT introduction.*, ROW_NUMBER() OVER (PARTITION BY steps.stage"
                + " ORDER BY seq DESC) AS place FROM introduction JOIN"
                + (STAGES + ") AS ranked WHERE place <= ? ORDER BY seq DESC"),
            most));
  }

  /// Another introduction of the same partner to the city for the same need that is neither
  /// contracted, stopped nor withdrawn; empty if there is none.
  public Optional<Introduction> open(Introduction same) {
    return list(same.city(), same.partner(), Page.NEWEST, READ_AT_ONCE).items().stream()
        .filter(each -> each.kind() == same.kind() && Objects.equals(each.need(), same.need()))
        .filter(each -> each.isOpen() && !each.id().equals(same.id()))
        .findFirst();
  }

  public Optional<Introduction> find(String id) {
    return complete(rows.find(Introduction.class, "introduction", id).stream().toList()).stream()
        .findFirst();
  }

  /// Adds one with its first steps.
  ///
  /// @param draft with a place and an id that count for nothing
  public Introduction add(Introduction draft) {
    String id = rows.add("introduction", draft, Map.of()).id();
    draft.steps().forEach(step -> insert(id, step));
    return find(id).orElseThrow();
  }

  public Introduction add(String id, Introduction.Step step) {
    insert(id, step);
    return find(id).orElseThrow();
  }

  /// Withdraws a step; false if there is no such step or it was already withdrawn.
  public boolean withdraw(String id, long number, String reason, Stamp made) {
    int taken =
        rows.update(
            "UPDATE step SET withdrawn = ?, withdrawn_by = ?, withdrawn_reason = ?"
                + " WHERE introduction = ? AND seq = ? AND withdrawn IS NULL",
            made.at(),
            made.by(),
            reason,
            id,
            number);
    return taken == 1;
  }

  public Introduction assign(String id, Introduction.Task task) {
    rows.insert("task", task, Map.of("introduction", id));
    return find(id).orElseThrow();
  }

  private void insert(String introduction, Introduction.Step step) {
    rows.insert("step", step, Map.of("introduction", introduction));
  }

  /// Adds the steps and the last task of each, by two queries for some hundred of them.
  private List<Introduction> complete(List<Introduction> found) {
    List<Introduction> all = new ArrayList<>(found.size());
    for (int from = 0; from < found.size(); from += READ_AT_ONCE) {
      List<Introduction> some = found.subList(from, Math.min(found.size(), from + READ_AT_ONCE));
      Object[] ids = some.stream().map(Introduction::id).toArray();
      String these = " WHERE introduction IN (" + Rows.marks(ids.length) + ") ORDER BY seq";
      Map<String, List<Introduction.Step>> steps = new HashMap<>();
      rows.each(
          "SELECT * FROM step" + these,
          row ->
              steps
                  .computeIfAbsent(row.text("introduction"), id -> new ArrayList<>())
                  .add(row.as(Introduction.Step.class)),
          ids);
      Map<String, Introduction.Task> last = new HashMap<>();
      rows.each(
          "SELECT * FROM task" + these,
          row -> last.put(row.text("introduction"), row.as(Introduction.Task.class)),
          ids);
      for (Introduction each : some) {
        all.add(each.with(steps.getOrDefault(each.id(), List.of()), last.get(each.id())));
      }
    }
    return all;
  }

  /// The number of introductions at a stage.
  ///
  /// @param overdue number of those whose task is overdue
  /// @param amounts sums of the effective steps, by currency (ISO 4217), in whole units
  public record StageCount(
      Introduction.Stage stage, int introductions, int overdue, Map<String, BigInteger> amounts) {
    public StageCount {
      amounts = java.util.Collections.unmodifiableMap(new TreeMap<>(amounts));
    }

    private StageCount plus(Group more) {
      Map<String, BigInteger> sums = new TreeMap<>(amounts);
      if (more.amount() != null) {
        BigInteger sum =
            BigInteger.valueOf(more.amount().value())
                .multiply(BigInteger.valueOf(more.introductions()));
        sums.merge(more.amount().currency(), sum, BigInteger::add);
      }
      return new StageCount(
          stage, introductions + more.introductions(), overdue + more.overdue(), sums);
    }
  }
}
