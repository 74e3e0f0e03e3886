package greenpair.cli.plan;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a plan that concern experts.
final class PanelOptions {
  @Option(names = "--experts", paramLabel = "N")
  @Nullable Integer experts;

  @Option(names = "--panel", paramLabel = "N")
  @Nullable Integer panel;

  @Option(names = "--days-per-need", paramLabel = "N")
  @Nullable Integer daysPerNeed;
}
