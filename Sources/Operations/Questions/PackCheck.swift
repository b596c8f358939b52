import FoundationEssentials
package import Ground
import Packs

/// Would these pack files be taken in beside the shipped ones? Each takes the place of a shipped file of its name, as it
/// would in the folder of packs. Asked without an office.
package struct PackCheck: Sendable {
  /// In the order in which the files were given.
  package let contents: [Contents]
  package let problems: [Problem]
  /// Shipped files of which one of the files takes the place.
  package let replaced: [Replaced]
  /// Close-out standards of the given files that nothing asks for, as codes in order.
  package let unusedStandards: [String]
  /// Terms of the given files by which no clock starts, though they do not say so.
  package let unusedTerms: [String]

  /// What is no longer there, because a file has the name of a shipped one.
  package struct Replaced: Hashable, Sendable {
    package let file: String
    package let shipped: String
    /// As `kind code`, in order.
    package let gone: [String]

    package func text(_ language: Language) -> String {
      let list = gone.prefix(PackCheck.mostNamed).joined(separator: language == .chinese ? "、" : ", ")
      let more = gone.count > PackCheck.mostNamed ? " …(\(gone.count))" : ""
      return switch language {
      case .chinese:
        gone.isEmpty
          ? "\(file)：取代随附的 \(shipped)，其中的代码都还在。" : "注意：\(file) 取代随附的 \(shipped)，以下不再有：\(list)\(more)。不想取代的，请另取文件名。"
      case .english:
        gone.isEmpty
          ? "\(file) takes the place of the shipped \(shipped); all its codes are still there."
          : "Note: \(file) takes the place of the shipped \(shipped); no longer there: \(list)\(more). Give the file another name to keep both."
      }
    }
  }

  private static let mostNamed = 20

  package static func unusedText(_ standard: String, _ language: Language) -> String {
    switch language {
    case .chinese: "注意：没有程序、也没有对象类型采用销号标准 \(standard)，隐患不会按它销号。请在对象类型的 close_out 或程序的 standard、standards 中写明。"
    case .english:
      "Note: no procedure and no type asks for the close-out standard \(standard), so that no hazard is closed by it. Name it in close_out of a type, or in standard or standards of a procedure."
    }
  }

  package static func unusedTermText(_ term: String, _ language: Language) -> String {
    switch language {
    case .chinese: "注意：没有程序、也没有销号标准采用期限 \(term)，不会按它起算。只供推算的，请写明 only_reckoned: true。"
    case .english:
      "Note: no procedure and no close-out standard names the term \(term), so that no clock starts by it. Write only_reckoned: true where it only helps to reckon a day."
    }
  }

  /// How much a file brings.
  package struct Contents: Hashable, Sendable {
    package let file: String
    package let types: Int
    package let checklists: Int
    package let items: Int
    package let duties: Int
    package let campaigns: Int
    package let courses: Int
    package let projects: Int

    package func text(_ language: Language) -> String {
      switch language {
      case .chinese:
        "\(file)：对象类型 \(types)，检查表 \(checklists)（\(items) 项），职责 \(duties)，专项行动 \(campaigns)，培训课程 \(courses)，项目模板 \(projects)"
      case .english:
        """
        \(file): \(count(types, "type")), \(count(checklists, "checklist")) (\(count(items, "item"))), \
        \(duties == 1 ? "1 duty" : "\(duties) duties"), \
        \(count(campaigns, "campaign")), \(count(courses, "course")), \(count(projects, "project"))
        """
      }
    }

    private func count(_ n: Int, _ word: String) -> String { n == 1 ? "1 \(word)" : "\(n) \(word)s" }
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
        unread.append(Problem(.packNotText, at: "\(file.name):1"))
      }
    }
    let names = Set(files.map { PackCheck.lastPart(of: $0.name) })
    let all = try PackCheck.shipped(in: "\(resources)/packs")
    let shipped = all.filter { !names.contains($0.name) }
    replaced = given.compactMap { file in
      guard let old = all.first(where: { $0.name == PackCheck.lastPart(of: file.name) }) else { return nil }
      let gone = PackLibrary.definitions(in: [old]).subtracting(PackLibrary.definitions(in: [file]))
      return Replaced(file: file.name, shipped: old.name, gone: gone.sorted())
    }
    problems = unread.isEmpty ? PackLibrary.problems(in: shipped + given) : unread
    let library = problems.isEmpty ? try? PackLibrary.load(files: shipped + given) : nil
    let defined = PackLibrary.definitions(in: given)
    unusedStandards = (library?.unusedStandards ?? []).filter { defined.contains("standard \($0)") }
    unusedTerms = (library?.unusedTerms ?? []).filter { defined.contains("term \($0)") }
    contents = given.map { file in
      let work = PackLibrary.work(in: [file])
      return Contents(
        file: file.name, types: work.subjectTypes.count, checklists: work.checklists.count,
        items: work.checklists.values.reduce(0) { $0 + $1.items.count }, duties: work.duties.count,
        campaigns: work.campaigns.count, courses: work.courses.count, projects: work.projects.count)
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
