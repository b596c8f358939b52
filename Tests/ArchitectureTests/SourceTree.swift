import Foundation

/// The files of the repository as the tests of the house read them.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Every Swift file of the product.
  static let sources = swiftFiles(under: "Sources")

  static func swiftFiles(under folder: String) -> [SwiftFile] {
    paths(under: folder).filter { $0.hasSuffix(".swift") }.map { SwiftFile(path: $0, text: text($0)) }
  }

  /// Of all files, from the repository's root, sorted.
  static func paths(under folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
    return all.map { "\(folder)/\($0)" }.filter { !isFolder($0) }.sorted()
  }

  static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.filter { isFolder("\(folder)/\($0)") }.sorted()
  }

  /// Empty where there is no such file.
  static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data(), as: UTF8.self)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) && isFolder.boolValue
  }
}

struct SwiftFile: Sendable {
  /// From the repository's root: `Sources/Matters/Decide.swift`.
  let path: String
  let text: String
  let parts: SwiftParts

  init(path: String, text: String) { (self.path, self.text, parts) = (path, text, SwiftParts(text)) }

  /// The folder under `Sources`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

  var imports: Set<String> {
    let modules = parts.code.matches(of: /(?m)^[a-z@_ ]*\bimport (?:struct |class |enum |func |var )?(\w+)/).map {
      String($0.output.1)
    }
    return Set(modules)
  }
}
