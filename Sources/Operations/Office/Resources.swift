import Crypto
import Documents
import FoundationEssentials
package import Ground
import Ledger
package import Packs
package import Storage

/// What ships beside the program: packs, calendars, the schema, static files.
package struct Resources: Sendable {
  package let path: String
  package let packs: PackLibrary
  package let calendar: WorkCalendar
  package let migrations: [Migration]
  /// The shipped document templates, by the name of their file.
  package let templates: [String: [UInt8]]
  /// Name and SHA-256 of every pack and calendar, for the ledger.
  package let adopted: [Adopted]

  package struct Adopted: Hashable, Sendable {
    package let kind: String
    package let name: String
    package let digest: String
  }

  /// Reads the folder `path`.
  ///
  /// - Throws: a problem that names the file and the line.
  package init(path: String) throws(Refusal) {
    do {
      self.path = path
      let packFiles = try Resources.files(in: "\(path)/packs", ending: ".yaml")
      packs = try PackLibrary.load(files: packFiles.map { ($0.name, $0.text) })
      let calendarFiles = try Resources.files(in: "\(path)/calendars", ending: ".yaml")
      var editions: [CalendarEdition] = []
      for file in calendarFiles {
        editions.append(try decodeYAML(CalendarEdition.self, from: file.text, file: file.name))
      }
      calendar = try WorkCalendar(editions: editions)
      migrations = try Resources.migrations(in: "\(path)/schema")
      let documents = try Resources.documents(in: "\(path)/documents")
      templates = documents.mapValues(\.bytes)
      adopted =
        packFiles.map { Adopted(kind: "pack", name: $0.name, digest: $0.digest) }
        + calendarFiles.map { Adopted(kind: "calendar", name: $0.name, digest: $0.digest) }
        + documents.sorted { $0.key < $1.key }.map { Adopted(kind: "template", name: $0.key, digest: $0.value.digest) }
    } catch { throw Refusal(any: error) }
  }

  /// The folder named by `BIHUAN_RESOURCES`, beside the program, or in the working folder.
  package static func locate() -> String {
    let manager = FileManager.default
    let program = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folder = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
    var candidates = [ProcessInfo.processInfo.environment["BIHUAN_RESOURCES"] ?? "", "\(folder)/../share/bihuan"]
    for _ in 0..<5 {
      candidates.append("\(folder)/Resources")
      folder += "/.."
    }
    candidates.append("Resources")
    return candidates.first { !$0.isEmpty && manager.fileExists(atPath: "\($0)/packs") } ?? "Resources"
  }

  /// `0004-lists.sql` runs on both engines; `0004-lists.sqlite.sql` and `0004-lists.postgres.sql` after it on one.
  private static func migrations(in folder: String) throws(Problem) -> [Migration] {
    let files = try files(in: folder, ending: ".sql")
    func text(_ name: String) -> String { files.first { $0.name == name }?.text ?? "" }
    return files.filter { !$0.name.dropLast(4).contains(".") }.enumerated().map { index, file in
      let name = String(file.name.dropLast(4))
      return Migration(
        number: index + 1, name: name, sql: file.text, sqlite: text("\(name).sqlite.sql"),
        postgres: text("\(name).postgres.sql"), appendOnly: index == 0 ? ["entries"] : [])
    }
  }

  private struct File {
    let name: String
    let text: String
    let digest: String
  }

  /// One template for each kind of paper.
  private static func documents(in folder: String) throws(Problem) -> [String: (bytes: [UInt8], digest: String)] {
    var documents: [String: (bytes: [UInt8], digest: String)] = [:]
    for kind in PaperKind.allCases {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(kind.file)") else {
        throw Problem(.resourcesMissing, at: kind.file, ["folder": "\(folder)/\(kind.file)"])
      }
      documents[kind.file] = ([UInt8](data), Hex.encode(SHA256.hash(data: data)))
    }
    return documents
  }

  private static func files(in folder: String, ending: String) throws(Problem) -> [File] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Problem(.resourcesMissing, at: folder, ["folder": folder])
    }
    var files: [File] = []
    for name in names.sorted() where name.hasSuffix(ending) {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        throw Problem(.resourcesMissing, at: name, ["folder": "\(folder)/\(name)"])
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw Problem(.packNotText, at: "\(name):1")
      }
      files.append(
        File(name: name, text: text, digest: Hex.encode(SHA256.hash(data: data))))
    }
    return files
  }
}
