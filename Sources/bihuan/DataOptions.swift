import ArgumentParser
import Ground
import Operations

/// Which office a command works in.
struct DataOptions: ParsableArguments {
  @Option(help: "The data folder.") var data = "data"
  @Option(help: "The folder of the signing key and the erasure journal; DATA.keys unless given.") var keys: String?
  @Option(help: "postgres://… ; SQLite in the data folder unless given.") var database: String?
  @Option(help: "The district's id, where the database holds several.") var district: String?

  func premises() throws -> Premises {
    if let district, DistrictID(district) == nil {
      throw ValidationError("--district takes lower-case letters, digits and -")
    }
    return Premises(data: data, keys: keys, database: database, district: district.flatMap { DistrictID($0) })
  }
}
