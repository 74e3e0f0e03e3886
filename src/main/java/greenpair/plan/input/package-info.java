/// Collects the input of plans from the catalog and from matching.
///
/// [PlanSettings] reads `planning.yaml`; [CohortInputs], [PairInputs] and [PartnerInputs] compute
/// the input of the other planning packages from one snapshot; [PlanWords] describes their results
/// in sentences.
package greenpair.plan.input;
