package greenpair.web.monitoring;

import greenpair.index.LiveIndex;
import greenpair.index.SharedGenerations;
import greenpair.index.SharedGenerations.Condition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Metrics of shared generations.
final class SharedMeters {
  private static final List<String> HEALTH = List.of("red", "yellow", "green");

  private SharedMeters() {}

  static void bind(LiveIndex live, MeterRegistry registry) {
    for (Condition each : Condition.values()) {
      Gauge.builder("greenpair.shared.condition", live, l -> of(l, s -> is(s, each)))
          .description("1 for the state of what is shared at the last look")
          .tag("condition", each.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("greenpair.shared.nodes", live, l -> of(l, SharedGenerations.State::nodes))
        .description("nodes of the cluster, 0 when it does not answer")
        .register(registry);
    Gauge.builder("greenpair.shared.health", live, l -> of(l, s -> HEALTH.indexOf(s.health())))
        .description("2 green, 1 yellow, 0 red, -1 when the cluster does not answer")
        .register(registry);
  }

  private static double is(SharedGenerations.State state, Condition condition) {
    return state.condition() == condition ? 1 : 0;
  }

  private static double of(LiveIndex live, ToDoubleFunction<SharedGenerations.State> figure) {
    return live.shared().map(figure::applyAsDouble).orElse(Double.NaN);
  }
}
