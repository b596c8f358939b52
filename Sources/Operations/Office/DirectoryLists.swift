import Directory
import Formats
package import Ground
package import Registers
import Storage

/// A one-time password, shown once to whoever hands it out.
package struct OneTimePassword: Sendable {
  package let name: String
  package let post: String
  package let unit: Words
  package let login: String
  package let password: String

  package init(name: String, post: String, unit: Words, login: String, password: String) {
    (self.name, self.post, self.unit, self.login, self.password) = (name, post, unit, login, password)
  }
}

/// A table that somebody uploads or pastes.
package struct ListUpload: Sendable {
  package let bytes: [UInt8]
  package let name: String?

  package init(bytes: [UInt8], name: String?) { (self.bytes, self.name) = (bytes, name) }

  /// Lines typed in Chinese have full-width commas between their cells.
  static func plain(_ lines: [UInt8]) -> [UInt8] {
    let pieces = String(decoding: lines, as: UTF8.self).split(separator: "，", omittingEmptySubsequences: false)
    return Array(pieces.joined(separator: ",").utf8)
  }
}

extension Office {
  /// Adds and corrects units as a table lists them, in its order; all of them or none.
  ///
  /// - Returns: what had to be made out, for the person to read.
  package func setUnits(
    _ upload: ListUpload, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> [RowRemark] {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let list = UnitList.read(try await table(upload), directory)
    guard list.problems.isEmpty else { throw Refusal(list.problems.map { $0.at("list") }) }
    let named = Set(list.units.compactMap(\.known))
    let start = directory.unitsInOrder.filter { !named.contains($0.id) }.map(\.order).max() ?? 0
    var made: [String: UnitID] = [:]
    var events: [DirectoryEvent] = []
    for (index, line) in list.units.enumerated() {
      let id = line.known ?? UnitID(trusted: newIdentifier())
      made[line.name] = id
      let before = line.known.flatMap { directory.units[$0] }
      let aliases = line.aliases.isEmpty ? before?.aliases ?? [] : line.aliases.map { Words($0) }
      let parent = line.parent.flatMap { made[$0] ?? UnitNames(directory).unit($0) } ?? before?.parent
      // The known name stays: the list may have used a short one.
      events.append(
        .unitSet(
          Unit(
            id: id, name: before?.name ?? Words(line.name), aliases: aliases, kind: line.kind, parent: parent,
            order: start + index + 1, ended: before?.ended)))
    }
    _ = try await perform(SetDirectory(events), by: reference, operation: operation)
    return list.remarks
  }

  /// Reads the published notice of a year's holidays; nothing is taken over yet.
  ///
  /// - Parameter serial: what this notice is of that year's; the next one where it is not said.
  package func readHolidays(
    _ text: String, year: Int, source: Words, serial: Int?
  ) async throws(Refusal) -> HolidayReading {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let notice = HolidayNotice(text, year: year)
    guard notice.problems.isEmpty else { throw Refusal(notice.problems.map { $0.at("notice") }) }
    let read = WorkYear(
      year: year, serial: serial ?? directory.calendar(over: shippedCalendar).serial(of: year) + 1, source: source,
      off: notice.off, workdays: notice.workdays)
    let problems = WorkCalendar.problems(of: read.edition)
    guard problems.isEmpty else { throw Refusal(problems.map { $0.at("notice") }) }
    return HolidayReading(year: read, outside: notice.outside)
  }

  /// Adds and corrects officers as a table lists them, in its order, and gives those with an account name a one-time
  /// password.
  package func setOfficers(
    _ upload: ListUpload, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> [OneTimePassword] {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let list = OfficerList.read(try await table(upload), directory, logins: try await logins())
    guard list.problems.isEmpty else { throw Refusal(list.problems.map { $0.at("list") }) }
    let accounts = list.officers.count { $0.login != nil }
    guard accounts <= Office.passwordsAtOnce else {
      throw Refusal(.listTooLong, at: "list", ["limit": "\(Office.passwordsAtOnce)", "rows": "\(accounts)"])
    }
    let named = Set(list.officers.compactMap(\.known))
    let start = directory.officersInOrder.filter { !named.contains($0.id) }.map(\.order).max() ?? 0
    var events: [DirectoryEvent] = []
    var people: [(id: OfficerID, line: OfficerList.Line)] = []
    for (index, line) in list.officers.enumerated() {
      let id = line.known ?? OfficerID(trusted: newIdentifier())
      people.append((id, line))
      events.append(
        .officerSet(
          Officer(
            id: id, name: Words(line.name), post: Words(line.post), unit: line.unit, roles: line.roles,
            order: start + index + 1)))
    }
    _ = try await perform(SetDirectory(events), by: reference, operation: operation)
    let known = Set(try await logins().keys)
    var passwords: [OneTimePassword] = []
    for (id, line) in people {
      // Somebody who has an account keeps it and its password.
      guard let login = line.login, !known.contains(login) else { continue }
      passwords.append(
        try await oneTimePassword(
          of: id, login: login, name: line.name, post: line.post,
          unit: directory.units[line.unit]?.name ?? Words(line.unit.text), by: reference))
    }
    return passwords
  }

  /// Gives an officer another one-time password, where the first was lost.
  package func newOneTimePassword(
    of officer: OfficerID, by reference: ActorReference
  ) async throws(Refusal) -> OneTimePassword {
    guard let directory = try await directory(), let found = directory.officers[officer],
      let login = try await logins().first(where: { $0.value == officer })?.key
    else { throw Refusal(.directoryUnknown, at: "officer", ["id": officer.text]) }
    return try await oneTimePassword(
      of: officer, login: login, name: found.name.shown, post: found.post.shown,
      unit: directory.units[found.unit]?.name ?? Words(found.unit.text), by: reference)
  }

  /// Hashing one takes about a tenth of a second.
  private static let passwordsAtOnce = 60

  private func oneTimePassword(
    of officer: OfficerID, login: String, name: String, post: String, unit: Words, by reference: ActorReference
  ) async throws(Refusal) -> OneTimePassword {
    let password = oneTimeCode()
    try await setPassword(password, login: login, of: officer, by: reference, operation: newOperation())
    return OneTimePassword(name: name, post: post, unit: unit, login: login, password: password)
  }

  /// Account names and whose they are.
  func logins() async throws(Refusal) -> [String: OfficerID] {
    let district = district
    let accounts = try await ask { (session: any SQLSession) throws(StorageError) in
      try DirectoryStore(session, district).accounts()
    }
    return Dictionary(
      accounts.compactMap { account in account.login.text.map { ($0, account.officer) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func table(_ upload: ListUpload) async throws(Refusal) -> Table {
    let door = try await packs().door
    do throws(Problem) {
      let bytes = upload.name == nil ? ListUpload.plain(upload.bytes) : upload.bytes
      let file = try TableFile.open(bytes, name: upload.name)
      let kind = FileKind.sniff(bytes) == .xlsx ? FileKind.xlsx : .csv
      try door.inspect(bytes, kind, name: upload.name ?? "")
      return file.tables.first { !$0.notes.isHidden && !$0.rows.isEmpty } ?? Table(name: "", rows: [])
    } catch { throw Refusal([error.at("list")]) }
  }
}

extension Problem {
  /// The same, beside the field of the form that it is about.
  fileprivate func at(_ field: String) -> Problem { Problem(code, at: field, values) }
}
