package greenpair.index.query;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;

/// An entry by id and name, which cost a tenth of what its full record does.
public record Named(EntryId id, Text name) {}
