package greenpair.index.contract;

import greenpair.catalog.EntryId;
import java.util.List;

/// An entry found by candidate generation, with the data that ranking needs.
///
/// @param precedents its deployments (partner) or those of its technology (solution)
/// @param name how well its names match the text, in [0, 1]
/// @param text how well its texts match the text, in [0, 1]
public record Candidate(
    EntryId id, Traits traits, List<Precedent> precedents, double name, double text) {}
