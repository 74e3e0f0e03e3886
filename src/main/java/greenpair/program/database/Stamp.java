package greenpair.program.database;

import java.time.Instant;

/// The author and time of a change.
public record Stamp(String by, Instant at) {}
