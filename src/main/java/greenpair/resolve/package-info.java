/// Entity resolution: finds the entries of several registries that describe the same firm, and
/// keeps namesakes apart.
///
/// A [Resolver] takes a [Party][greenpair.resolve.name.Party] for each firm and financier and
/// returns a [Resolution]: groups of parties that are the same, and [ComparedPair]s that a person
/// should decide. [NameReader][greenpair.resolve.name.NameReader] turns a name in English or
/// Chinese into a [NameForm][greenpair.resolve.name.NameForm] that can be compared, [PairScorer]
/// adds up evidence in bits after Fellegi and Sunter (A theory for record linkage, 1969), and
/// [ResolveSettings][greenpair.resolve.name.ResolveSettings] reads the weights and thresholds of
/// `index-config/resolve.yaml`.
///
/// Pure: no files, no clock; the same parties in the same order give the same result.
package greenpair.resolve;
