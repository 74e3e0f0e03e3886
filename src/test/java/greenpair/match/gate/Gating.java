package greenpair.match.gate;

import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.match.AskMaker;
import greenpair.match.Given;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.NeedCandidatePair;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The gates of the project's own rules, and their verdicts on a candidate.
final class Gating {
  static final Gates GATES = new Gates(Given.RULES.eligibility(), Given.PHRASES);
  static final CityTraits HERE = Given.city("cn-chengdu").region("CN-SC").make();
  static final CityTraits OAKLAND =
      Given.city("us-ca-oakland").country("US").region("US-CA").make();

  private Gating() {}

  static Map<String, Verdict> gates(AskMaker query, Candidate candidate) {
    return GATES.of(NeedCandidatePair.of(query.make(), candidate, Given.RULES)).stream()
        .collect(
            Collectors.toMap(
                each -> each.gate().word(), Gate::verdict, (a, b) -> a == Verdict.FAIL ? a : b));
  }

  static Map<String, Verdict> gates(Candidate candidate) {
    return gates(Given.query(HERE, Given.BUS), candidate);
  }

  static Gate gate(String name, Candidate candidate) {
    return GATES
        .of(NeedCandidatePair.of(Given.query(HERE, Given.BUS).make(), candidate, Given.RULES))
        .stream()
        .filter(each -> each.gate().word().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static @Nullable Verdict verdict(String name, AskMaker query, Candidate candidate) {
    return GATES.of(NeedCandidatePair.of(query.make(), candidate, Given.RULES)).stream()
        .filter(gate -> gate.gate().word().equals(name))
        .map(Gate::verdict)
        .findFirst()
        .orElse(null);
  }
}
