import FoundationEssentials
package import Ground
import Packs

/// Would these pack files be taken in beside the shipped ones? Each takes the place of a shipped file of its name, as it
/// would in the folder of packs. Asked without an office.
package struct PackCheck: Sendable {
  /// In the order in which the files were given.
  package let contents: [Contents]
  package let problems: [Problem]

  /// How much a file brings.
  package struct Contents: Hashable, Sendable {
    package let file: String
    package let types: Int
    package let checklists: Int
    package let items: Int
    package let duties: Int
    package let campaigns: Int
    package let courses: Int

    package func text(_ language: Language) -> String {
      switch language {
      case .chinese:
        "\(file)：对象类型 \(types)，检查表 \(checklists)（\(items) 项），职责 \(duties)，专项行动 \(campaigns)，培训课程 \(courses)"
      case .english:
        """
        \(file): \(types) types, \(checklists) checklists (\(items) items), \(duties) duties, \(campaigns) campaigns, \
        \(courses) courses
        """
      }
    }
  }

  /// - Parameter resources: the folder of the shipped resources.
  /// - Throws: why the shipped packs cannot be read.
  package init(_ files: [(name: String, bytes: [UInt8])], resources: String) throws(Refusal) {
    var given: [(name: String, yaml: String)] = []
    var unread: [Problem] = []
    for file in files {
      if let yaml = String(validating: file.bytes, as: UTF8.self) {
        given.append((file.name, yaml))
      } else {
        unread.append(Problem(.packSyntax, at: "\(file.name):1", ["why": "不是 UTF-8 文本 not UTF-8 text"]))
      }
    }
    let names = Set(files.map { PackCheck.lastPart(of: $0.name) })
    let shipped = try PackCheck.shipped(in: "\(resources)/packs").filter { !names.contains($0.name) }
    problems = unread.isEmpty ? PackLibrary.problems(in: shipped + given) : unread
    contents = given.map { file in
      let work = PackLibrary.work(in: [file])
      return Contents(
        file: file.name, types: work.subjectTypes.count, checklists: work.checklists.count,
        items: work.checklists.values.reduce(0) { $0 + $1.items.count }, duties: work.duties.count,
        campaigns: work.campaigns.count, courses: work.courses.count)
    }
  }

  private static func shipped(in folder: String) throws(Refusal) -> [(name: String, yaml: String)] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Refusal(.resourcesMissing, at: folder, ["folder": folder])
    }
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      (name, String(decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self))
    }
  }

  private static func lastPart(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
