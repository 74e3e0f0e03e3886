package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.ShadowCycle;
import greenpair.program.access.Caller;
import greenpair.program.access.RequestOrigin;
import greenpair.program.access.Role;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Records the lists of a shadow cycle: once for each generation and configuration that is served
/// while it runs, for the needs of [ShadowRanking], in one transaction with its audit line. The
/// lists depend on generation, configuration and weights alone. Thread-safe.
public record ShadowRun(ProgramStore store, InstantSource clock) {
  private static final Caller SERVER = new Caller("server", "server", Role.OPERATOR, Set.of());

  /// Records what is to be recorded now, or ends the cycle. Does nothing if none runs or the lists
  /// of this generation and configuration are recorded.
  public void run(WeightLearning learning, Snapshot snapshot) {
    Optional<ShadowCycle> running = store.read(records -> records.shadows().running());
    if (running.isPresent()) {
      ShadowCycle cycle = running.get();
      Optional<RankingSettings> proposed = ShadowWeights.over(learning.experts(), cycle.weights());
      ShadowCycle.End end = end(cycle, proposed.isPresent(), learning, snapshot);
      if (end != null) {
        end(cycle, end);
      } else if (!cycle.generation().equals(snapshot.manifest().id())
          || !cycle.configuration().equals(snapshot.configuration())) {
        record(cycle, lists(cycle, learning, proposed.orElseThrow(), snapshot), snapshot);
      }
    }
  }

  /// Starts a cycle with the weights of a proposal and the effective ones beside them. The caller
  /// made sure that none runs.
  ///
  /// @param days for which it runs; 0 for until the next publication
  public static ShadowCycle start(
      Proposal proposal, int days, WeightLearning learning, Records records, Stamp stamp) {
    return records
        .shadows()
        .start(
            proposal.id(),
            ShadowWeights.of(proposal),
            learning.effective(),
            days == 0 ? null : stamp.at().plus(Duration.ofDays(days)),
            stamp);
  }

  /// The weights of the cycle that was started last: they can be approved as they ran, even if the
  /// outcomes suggest others by now. Empty if none was started, or if the experts' weights are no
  /// longer those from which they were learnt.
  public Optional<LearntWeights> tried(RankingSettings experts) {
    return store
        .read(records -> records.shadows().last())
        .filter(cycle -> ShadowWeights.over(experts, cycle.weights()).isPresent())
        .map(ShadowWeights::of);
  }

  /// The results of the cycle that was started last; empty if none was started.
  public Optional<ShadowReport> report(Snapshot snapshot) {
    return store.read(
        records ->
            records
                .shadows()
                .last()
                .map(
                    cycle ->
                        ShadowReport.of(
                            cycle,
                            records.shadows().recorded(cycle),
                            records
                                .introductions()
                                .list(null, null, Page.NEWEST, Integer.MAX_VALUE - 1)
                                .items(),
                            snapshot)));
  }

  private ShadowCycle.@Nullable End end(
      ShadowCycle cycle, boolean fits, WeightLearning learning, Snapshot snapshot) {
    Instant until = cycle.until();
    boolean isNextPublication =
        !cycle.generation().isEmpty() && !cycle.generation().equals(snapshot.manifest().id());
    if (until == null ? isNextPublication : !clock.instant().isBefore(until)) {
      return ShadowCycle.End.OVER;
    }
    if (!fits) {
      return ShadowCycle.End.EXPERTS;
    }
    return learning.effective().equals(cycle.effective()) ? null : ShadowCycle.End.EFFECTIVE;
  }

  private void end(ShadowCycle cycle, ShadowCycle.End because) {
    Instant now = clock.instant();
    var _ =
        store.write(
            records -> {
              if (records.shadows().end(cycle, because, now)) {
                String subject = cycle.proposal() + " " + because.name();
                records
                    .audit()
                    .add(SERVER, now, "weights.shadow_ended", subject, RequestOrigin.NONE);
              }
              return now;
            });
  }

  private static List<ShadowCycle.Lists> lists(
      ShadowCycle cycle, WeightLearning learning, RankingSettings settings, Snapshot snapshot) {
    Recommender effective = learning.effectiveRecommender();
    Recommender proposed = learning.recommender().by(settings);
    List<Kind> kinds =
        cycle.weights().stream().map(ShadowCycle.Weight::kind).distinct().sorted().toList();
    List<ShadowCycle.Lists> lists = new ArrayList<>();
    for (Need need : ShadowRanking.needs(snapshot)) {
      for (Kind kind : kinds) {
        lists.add(
            new ShadowCycle.Lists(
                kind,
                need.city(),
                need.id(),
                ids(effective.good(kind, need, ShadowRanking.SHOWN, snapshot)),
                ids(proposed.good(kind, need, ShadowRanking.SHOWN, snapshot))));
      }
    }
    return lists;
  }

  private static List<EntryId> ids(List<Ranked> list) {
    return list.stream().map(Ranked::id).toList();
  }

  private void record(ShadowCycle cycle, List<ShadowCycle.Lists> lists, Snapshot snapshot) {
    Instant now = clock.instant();
    String generation = snapshot.manifest().id();
    var _ =
        store.write(
            records -> {
              if (!records.shadows().advance(cycle, generation, snapshot.configuration())) {
                return now; // Another server did so, or it was ended.
              }
              Map<String, ShadowCycle.Lists> known = new HashMap<>();
              records
                  .shadows()
                  .recorded(cycle)
                  .forEach(each -> known.put(key(each.lists()), each.lists()));
              lists.stream()
                  .filter(each -> !each.equals(known.get(key(each))))
                  .forEach(each -> records.shadows().add(cycle, each, generation, now));
              String subject = cycle.proposal() + " " + generation + " " + snapshot.configuration();
              records.audit().add(SERVER, now, "weights.shadow_lists", subject, RequestOrigin.NONE);
              return now;
            });
  }

  private static String key(ShadowCycle.Lists lists) {
    return lists.kind().word() + " " + lists.need();
  }
}
