/// Asks the catalog and matching for what plans are made of.
///
/// [PlanSettings] reads `planning.yaml`; [CohortInputs], [PairInputs] and [PartnerInputs] make from
/// one snapshot the input of the neighbouring packages; [PlanWords] describes their results in
/// sentences.
@NullMarked
package greenpair.plan.ask;

import org.jspecify.annotations.NullMarked;
