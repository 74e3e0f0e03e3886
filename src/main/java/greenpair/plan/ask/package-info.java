/// Asks the catalog and matching for what plans are made of.
///
/// [PlanSettings] reads `planning.yaml`; [CohortInputs], [PairInputs] and [PartnerInputs] make from
/// one snapshot what the rooms beside this one take; [PlanWords] puts their answers in words.
@NullMarked
package greenpair.plan.ask;

import org.jspecify.annotations.NullMarked;
