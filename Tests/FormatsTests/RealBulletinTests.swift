import Formats
import Foundation
import Ground
import Testing

/// The shared folder beside the repository, where there is one.
private let seed: [UInt8]? = {
  let name = "seed/000_81ed0645ef994196.txt"
  let named = ProcessInfo.processInfo.environment["BIHUAN_SHARED"].map { URL(fileURLWithPath: $0) }
  var folders = [named].compactMap { $0 }
  var folder = URL(fileURLWithPath: #filePath)
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    folders.append(folder.appendingPathComponent("shared"))
  }
  for folder in folders {
    if let data = try? Data(contentsOf: folder.appendingPathComponent(name)) { return [UInt8](data) }
  }
  print("skipped: no shared folder with the real bulletin")
  return nil
}()

@Suite("The real bulletin", .enabled(if: seed != nil))
struct RealBulletinTests {
  @Test func opensAsItStandsAndPassesTheDoors() throws {
    let bytes = try #require(seed)
    let document = try open(bytes, name: "000.txt")
    #expect(document.kind == .text)
    #expect(document.source == bytes)
    #expect(document.text.bytes.count == bytes.count)
    try SecrecyDoor.inspect(document, name: "000.txt")
    try RosterDoorTests.door.inspect(bytes, .txt)
  }
}
