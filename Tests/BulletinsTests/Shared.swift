import Bulletins
import Foundation
import Ground
import Packs

/// Where the repository lies.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The folder of the real bulletin and what is expected of it; nil where it is absent.
let seedFolder: URL? = {
  var candidates: [URL] = []
  if let stated = ProcessInfo.processInfo.environment["BIHUAN_SHARED"] {
    candidates.append(URL(fileURLWithPath: stated))
  }
  var folder = repository
  for _ in 0..<4 {
    folder.deleteLastPathComponent()
    candidates.append(folder.appendingPathComponent("shared"))
  }
  return candidates.map { $0.appendingPathComponent("seed") }.first {
    FileManager.default.fileExists(atPath: $0.appendingPathComponent("expected.json").path)
  }
}()

/// Says so once where the real bulletin is absent.
let hasSeed: Bool = {
  if seedFolder == nil { print("skipped: ../shared/seed is absent") }
  return seedFolder != nil
}()

let packs: PackLibrary = {
  let folder = repository.appendingPathComponent("Resources/packs")
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    $0.hasSuffix(".yaml")
  }
  let files = names.sorted().map { name in
    (name: name, yaml: (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? "")
  }
  do { return try PackLibrary.load(files: files) } catch { preconditionFailure("\(error)") }
}()

let reader = Reader(words: packs.words)

func read(_ text: String) -> Reading { reader.read(MappedText(Array(text.utf8))) }

/// What LABELLING compares: Chinese characters, letters and digits.
func bare(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter {
        $0.properties.isIdeographic || (0x30...0x39).contains($0.value) || (0x41...0x5A).contains($0.value)
          || (0x61...0x7A).contains($0.value)
      }))
}
