import Directory
package import Ground
import Storage

/// What the first page of the guide asks.
package struct Founding: Sendable {
  package let name: String
  /// GB/T 2260, six digits.
  package let division: String
  /// Starts every register number.
  package let prefix: String
  package let office: String
  package let person: String
  package let post: String
  package let login: String
  package let password: String
  /// Whether the first administrator also reads bulletins and issues, as in a small office.
  package let coordinates: Bool

  package init(
    name: String, division: String, prefix: String, office: String, person: String, post: String, login: String,
    password: String, coordinates: Bool
  ) {
    (self.name, self.division, self.prefix, self.office) = (name, division, prefix, office)
    (self.person, self.post, self.login, self.password) = (person, post, login, password)
    self.coordinates = coordinates
  }

  /// Provinces of GB/T 2260.
  private static let provinces: Set<String> = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
  ]

  var problems: [Problem] {
    var problems: [Problem] = []
    let isNumber = division.utf8.count == 6 && division.utf8.allSatisfy { (48...57).contains($0) }
    if !isNumber || !Founding.provinces.contains(String(division.prefix(2))) || division.hasSuffix("00") {
      problems.append(Problem(.setupDivision, at: "division", ["value": division]))
    }
    if !(2...6).contains(prefix.utf8.count) || !prefix.utf8.allSatisfy({ (65...90).contains($0) }) {
      problems.append(Problem(.setupPrefix, at: "prefix", ["value": prefix]))
    }
    for (text, place) in [(name, "name"), (office, "office"), (person, "person"), (post, "post")] {
      if !(1...50).contains(text.count) { problems.append(Problem(.directoryName, at: place)) }
    }
    if OfficerID(login) == nil || !(2...32).contains(login.utf8.count) {
      problems.append(Problem(.loginTaken, at: "login", ["login": login]))
    }
    problems += PasswordRules.problems(password, login: login, name: person)
    return problems
  }
}

extension Office {
  /// Whether nobody can log in yet: the guide's first page waits for whoever has the setup code.
  package func awaitsSetup() async throws(Refusal) -> Bool {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try DirectoryStore(session, district).accounts().isEmpty
    }
  }

  /// Sets the district up with its first administrator.
  package func found(_ founding: Founding, operation: OperationID) async throws(Refusal) {
    guard try await awaitsSetup() else { throw Refusal(.setupDone) }
    let problems = founding.problems
    guard problems.isEmpty else { throw Refusal(problems) }
    let office = Unit(
      id: UnitID(trusted: "anwei"), name: Words(founding.office), aliases: [Words("安委办")], kind: .office,
      parent: nil, order: 1)
    let person = Officer(
      id: OfficerID(trusted: "first"), name: Words(founding.person), post: Words(founding.post), unit: office.id,
      roles: founding.coordinates ? [.administrator, .coordinator] : [.administrator], order: 1)
    _ = try await perform(
      FoundDistrict(
        district: District(
          id: district, name: Words(founding.name), code: founding.prefix, division: founding.division, approver: nil),
        office: office, administrator: person), by: .rule("rule.setup"), operation: operation)
    try await setPassword(
      founding.password, login: founding.login, of: person.id, by: .rule("rule.setup"), operation: newOperation())
  }

  /// A code that nobody guesses: twelve letters and digits that cannot be mistaken for each other.
  package func oneTimeCode() -> String {
    let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
    var letters: [UInt8] = []
    while letters.count < 14 {
      if letters.count == 4 || letters.count == 9 { letters.append(UInt8(ascii: "-")) }
      // 248 is eight times 31: no letter comes more often than another.
      if let byte = secret(count: 1).first, byte < 248 { letters.append(alphabet[Int(byte) % alphabet.count]) }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
