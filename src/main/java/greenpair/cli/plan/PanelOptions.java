package greenpair.cli.plan;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a plan that concern experts.
final class PanelOptions {
  @Option(
      names = "--experts",
      paramLabel = "N",
      description = "maximum number of experts per need (default: planning.yaml)")
  @Nullable Integer experts;

  @Option(
      names = "--panel",
      paramLabel = "N",
      description =
          "maximum number of experts per city, for all its needs (default: planning.yaml)")
  @Nullable Integer panel;

  @Option(
      names = "--days-per-need",
      paramLabel = "N",
      description =
          "days that an expert spends on a need; its stated days limit the needs that it serves"
              + " (default: planning.yaml)")
  @Nullable Integer daysPerNeed;
}
