package greenpair.web.plans;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.input.PlanCheck;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.web.decisions.Archive;
import java.util.ArrayList;
import java.util.List;

/// The result of checking a stored plan, without planning again.
///
/// @param sound whether it keeps its conditions and its numbers add up
/// @param inputs whether its generation and configuration still give the same input
/// @param says the findings in words, the worst first
public record PlanCheckView(boolean sound, Inputs inputs, List<Text> says) {
  public enum Inputs {
    SAME,
    /// Another version of the program reads the same generation differently.
    CHANGED,
    /// The generation or the configuration no longer exists.
    GONE
  }

  private static final Text SAME = Message.of("plan.same_inputs").text();
  private static final Text CHANGED = Message.of("plan.changed_inputs").text();

  public PlanCheckView {
    says = List.copyOf(says);
  }

  public static PlanCheckView of(PlanDocument document, Archive archive) {
    try (Archive.Past past = archive.open(document.generation(), document.configuration())) {
      List<Text> faults =
          PlanCheck.of(document.asked(), document.made(), past.planner().words(past.snapshot()));
      boolean same = past.planner().hasInputs(document.asked(), document.made(), past.snapshot());
      return of(document, faults, same ? Inputs.SAME : Inputs.CHANGED, same ? SAME : CHANGED);
    } catch (Archive.GoneException e) {
      List<Text> faults = PlanCheck.of(document.asked(), document.made(), null);
      return of(document, faults, Inputs.GONE, e.text().text());
    }
  }

  private static PlanCheckView of(
      PlanDocument document, List<Text> faults, Inputs inputs, Text about) {
    List<Text> says = new ArrayList<>(faults);
    if (faults.isEmpty()) {
      int lists =
          document.asked() instanceof PlanRequest.Partners asked
                  && document.made() instanceof PlanResult.Partners made
              ? PlanResult.PartnersResult.of(asked, made).shorter().size()
              : 0;
      says.add(Message.of("plan.kept", "lists", lists).text());
    }
    says.add(about);
    return new PlanCheckView(faults.isEmpty(), inputs, says);
  }
}
