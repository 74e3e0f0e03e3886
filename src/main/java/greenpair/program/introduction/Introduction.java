package greenpair.program.introduction;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// An introduction of a partner to a city, and its progress.
///
/// @param need null if it concerns the whole city
/// @param kind one of [Kind#PARTNERS]
/// @param solution proposed solution; null if none is named
/// @param steps those not withdrawn, oldest first; the last one is the current stage. Empty for an
///     introduction that was withdrawn as a whole
/// @param withdrawn steps that were withdrawn, oldest first
/// @param task what is done next; null while no person is named
public record Introduction(
    @JsonIgnore long seq,
    String id,
    EntryId city,
    @Nullable EntryId need,
    Kind kind,
    EntryId partner,
    @Nullable EntryId solution,
    Stamp made,
    @Column("") List<Step> steps,
    @Column("") List<Step> withdrawn,
    @Column("") @Nullable Task task) {
  public enum Stage {
    /// Its letter is not sent yet.
    DRAFTED,
    INTRODUCED,
    MET,
    PILOT,
    CONTRACT,
    STOPPED
  }

  /// A step.
  ///
  /// @param number by which it is withdrawn; 0 before it is stored
  /// @param on the day that it happened, as stated by the author
  /// @param reason why it stopped; null for every other stage
  /// @param amount of the pilot or contract; null if unknown
  /// @param body details in the author's words; may be empty
  /// @param withdrawn null unless it was withdrawn
  public record Step(
      @Column("seq") long number,
      Stage stage,
      @Column("happened") LocalDate on,
      @Nullable String reason,
      @Nullable Amount amount,
      @Nullable String result,
      String body,
      Stamp made,
      @Nullable Withdrawal withdrawn) {
    /// A step that was not withdrawn, without amount and result.
    public Step(Stage stage, LocalDate on, @Nullable String reason, String body, Stamp made) {
      this(0, stage, on, reason, null, null, body, made, null);
    }

    /// Draft, introduction, then all others: the introduction may be recorded after the first
    /// meeting.
    int rank() {
      return switch (stage) {
        case DRAFTED -> 0;
        case INTRODUCED -> 1;
        case MET, PILOT, CONTRACT, STOPPED -> 2;
      };
    }
  }

  /// A sum of money in whole units.
  ///
  /// @param currency ISO 4217
  public record Amount(@Column("amount") long value, String currency) {}

  /// Who withdrew a step, when and why.
  public record Withdrawal(
      @Column("withdrawn") Stamp made, @Column("withdrawn_reason") String reason) {}

  /// The next task, the person responsible and the due date.
  ///
  /// @param due last day; null if none was agreed
  /// @param action what is to be done, in the author's words; may be empty
  public record Task(String responsible, @Nullable LocalDate due, String action, Stamp made) {}

  /// An introduction without a proposed solution and without a responsible person.
  public Introduction(
      long seq,
      String id,
      EntryId city,
      @Nullable EntryId need,
      Kind kind,
      EntryId partner,
      Stamp made,
      List<Step> steps) {
    this(seq, id, city, need, kind, partner, null, made, steps, List.of(), null);
  }

  public Introduction {
    steps = List.copyOf(steps);
    withdrawn = List.copyOf(withdrawn);
  }

  /// The same introduction with its progress.
  ///
  /// @param all its steps, withdrawn ones too, in the order in which they were entered
  Introduction with(List<Step> all, @Nullable Task last) {
    Map<Boolean, List<Step>> parted =
        all.stream()
            .sorted(Comparator.comparingInt(Step::rank).thenComparing(Step::on))
            .collect(Collectors.partitioningBy(each -> each.withdrawn() == null));
    return FieldTable.with(
        this,
        "steps",
        parted.getOrDefault(true, List.of()),
        "withdrawn",
        parted.getOrDefault(false, List.of()),
        "task",
        last);
  }

  /// Current stage; null if it was withdrawn.
  public @Nullable Stage stage() {
    return steps.isEmpty() ? null : steps.getLast().stage();
  }

  /// The day of the introduction; null without that step.
  public @Nullable LocalDate introducedOn() {
    return steps.stream()
        .filter(each -> each.stage() == Stage.INTRODUCED)
        .map(Step::on)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// The first step of a day before the introduction, other than its draft; null if there is none.
  public @Nullable Step beforeIntroduction() {
    LocalDate day = introducedOn();
    return steps.stream()
        .filter(each -> day != null && each.stage() != Stage.DRAFTED && each.on().isBefore(day))
        .findFirst()
        .orElse(null);
  }

  /// Whether it has steps, but neither the introduction itself nor a draft is in effect.
  @JsonIgnore
  public boolean isWithoutBeginning() {
    return !steps.isEmpty()
        && steps.stream()
            .map(Step::stage)
            .noneMatch(EnumSet.of(Stage.DRAFTED, Stage.INTRODUCED)::contains);
  }

  public boolean hasStepAfterStop() {
    return steps.stream().dropWhile(each -> each.stage() != Stage.STOPPED).count() > 1;
  }

  /// Whether it has a step twice of which there can only be one: the sums of two contracts would
  /// not add up.
  public boolean hasTwice(Stage stage) {
    boolean isOne = stage == Stage.INTRODUCED || stage == Stage.CONTRACT;
    return isOne && steps.stream().filter(each -> each.stage() == stage).count() > 1;
  }

  /// Whether it is a letter that was not sent.
  @JsonIgnore
  public boolean isDraft() {
    return stage() == Stage.DRAFTED;
  }

  /// Whether neither a contract, a stop nor a withdrawal ended it.
  @JsonIgnore
  public boolean isOpen() {
    Stage stage = stage();
    return stage != null && stage != Stage.CONTRACT && stage != Stage.STOPPED;
  }

  /// Whether its task is past its last day, and neither a contract nor a stop ended it.
  public boolean isOverdue(LocalDate today) {
    LocalDate due = task == null ? null : task.due();
    return due != null && due.isBefore(today) && isOpen();
  }
}
