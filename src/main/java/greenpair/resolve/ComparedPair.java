package greenpair.resolve;

import java.util.Map;

/// Two parties and what was compared: they are one, or a person should decide.
///
/// @param one key of a party, see [Party.key][greenpair.resolve.name.Party#key()]; of merged ones
///     the most similar earlier party of the group
/// @param evidence bits by fact, such as `name` or `website`: above 0 in favour of the same firm,
///     below 0 against
public record ComparedPair(String one, String two, double bits, Map<String, Double> evidence) {}
