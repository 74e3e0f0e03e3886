package greenpair.match.past;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.catalog.value.Attribute;
import greenpair.index.contract.Candidate;
import greenpair.index.read.Snapshot;
import greenpair.match.past.WeightSearch.Choice;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.match.settings.TrackRecordSettings;
import greenpair.match.signal.TrackRecord;
import greenpair.message.Phrases;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Settings of ranking as the past of a registry suggests them. What the past does not say stays as
/// it was shipped.
///
/// Only sources with at least [#REGISTRY] deployments count: a registry lists all projects of its
/// kind, and says by that which firms were not chosen. Examples that an editor picked do not.
public final class Past {
  private static final int REGISTRY = 100;

  /// Choices below which the shipped weights stay.
  private static final int LEAST = 60;

  /// Candidates of a choice that are compared: the strongest ones.
  private static final int COMPARED = 60;

  /// Log odds between a firm whose track record is 1 and one whose is 0, a priori.
  private static final double ODDS = 13;

  /// Deviation of the prior of each part of them.
  private static final double DEVIATION = 3;

  private final Rules rules;
  private final Phrases phrases;
  private final Snapshot snapshot;
  private final Finder finder;

  /// Finds the candidates for an ask.
  public interface Finder {
    List<Candidate> of(MatchQuery ask);

    Optional<Candidate> of(MatchQuery ask, EntryId firm);
  }

  /// @param rules of the configuration, which are the prior
  public Past(Rules rules, Phrases phrases, Snapshot snapshot, Finder finder) {
    this.rules = rules;
    this.phrases = phrases;
    this.snapshot = snapshot;
    this.finder = finder;
  }

  public RankingSettings settings() {
    int count = Math.toIntExact(snapshot.manifest().count(Kind.DEPLOYMENT));
    List<Deployment> all =
        snapshot.entries(Kind.DEPLOYMENT, 0, count).stream().map(Deployment.class::cast).toList();
    List<Deployment> deployments = ofRegistries(all);
    RankingSettings shipped = rules.ranking().with(rules.ranking().similar().with(stated(all)));
    if (deployments.isEmpty()) {
      return shipped;
    }
    RankingSettings compared =
        shipped.with(new AttributeHabits(deployments).over(shipped.similar()));
    PastChoices past = new PastChoices(deployments, snapshot);
    List<Choice> choices = choices(past, compared);
    if (choices.size() < LEAST) {
      return compared;
    }
    if (deployments.stream().anyMatch(Past::isPending)) {
      RankingSettings permits = compared.with(compared.places().countingPermits());
      List<Choice> others = choices(past, permits);
      if (WeightSearch.likelihood(permits, others) > WeightSearch.likelihood(compared, choices)) {
        compared = permits;
        choices = others;
      }
    }
    RankingSettings counted = compared.with(record(choices, compared.record()));
    Ranker ranker = new Ranker(rules.with(counted), phrases);
    return new WeightSearch(counted, choices.stream().map(each -> rescored(each, ranker)).toList())
        .search();
  }

  private static Set<Attribute> stated(List<Deployment> all) {
    Set<Attribute> stated = EnumSet.noneOf(Attribute.class);
    all.forEach(each -> stated.addAll(each.attributes().values().keySet()));
    return stated;
  }

  private static List<Deployment> ofRegistries(List<Deployment> all) {
    Map<String, Integer> sources = new HashMap<>();
    for (Deployment each : all) {
      sources(each).forEach(source -> sources.merge(source, 1, Integer::sum));
    }
    return all.stream()
        .filter(
            each ->
                sources(each).stream().anyMatch(from -> sources.getOrDefault(from, 0) >= REGISTRY))
        .toList();
  }

  private static boolean isPending(Deployment deployment) {
    return deployment.status() == Deployment.Status.APPROVED
        || deployment.status() == Deployment.Status.BUILDING;
  }

  private static List<String> sources(Deployment deployment) {
    return deployment.profile().provenance().stream().map(Provenance::source).distinct().toList();
  }

  private List<Choice> choices(PastChoices past, RankingSettings ranking) {
    Ranker ranker = new Ranker(rules.with(ranking), phrases);
    List<Choice> choices = new ArrayList<>();
    for (PastChoices.Choice each : past.all()) {
      MatchQuery ask = each.ask();
      List<Ranked> list = new ArrayList<>();
      finder
          .of(ask, each.firm())
          .flatMap(found -> PastChoices.then(found, ask))
          .map(then -> ranker.score(Kind.FIRM, ask, then))
          .filter(Ranked::passes)
          .ifPresent(list::add);
      if (!list.isEmpty()) {
        List<Candidate> others =
            finder.of(ask).stream()
                .filter(found -> !found.id().equals(each.firm()))
                .flatMap(found -> PastChoices.then(found, ask).stream())
                .toList();
        ranker.rank(Kind.FIRM, ask, others).stream()
            .filter(Ranked::passes)
            .limit(COMPARED)
            .forEach(list::add);
        if (list.size() > 1) {
          choices.add(new Choice(ask, list));
        }
      }
    }
    return choices;
  }

  private static Choice rescored(Choice choice, Ranker ranker) {
    return new Choice(
        choice.ask(),
        choice.candidates().stream()
            .map(each -> ranker.score(Kind.FIRM, choice.ask(), each.candidate()))
            .toList());
  }

  private static TrackRecordSettings record(List<Choice> choices, TrackRecordSettings shipped) {
    TrackRecordSettings.Feature[] features = TrackRecordSettings.Feature.values();
    double[] prior = new double[features.length];
    for (int at = 0; at < features.length; at++) {
      prior[at] = ODDS * shipped.weight(features[at]);
    }
    List<double[][]> values =
        choices.stream()
            .map(
                each ->
                    each.candidates().stream()
                        .map(candidate -> TrackRecord.values(candidate.pairing()))
                        .toArray(double[][]::new))
            .toList();
    double[] fitted = new ChoiceModel(values, prior, DEVIATION).fit();
    Map<TrackRecordSettings.Feature, Double> weights =
        new EnumMap<>(TrackRecordSettings.Feature.class);
    for (int at = 0; at < features.length; at++) {
      weights.put(features[at], Math.max(0, fitted[at]));
    }
    return weights.values().stream().allMatch(each -> each == 0) ? shipped : shipped.with(weights);
  }
}
