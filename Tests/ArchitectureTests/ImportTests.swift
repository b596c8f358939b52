import Testing

/// Imports go only to the floors that DESIGN §2 allows.
@Suite("Imports")
struct ImportTests {
  @Test("A room names only rooms above it, so the house has no circle")
  func order() {
    var above: Set<String> = []
    for room in House.rooms {
      #expect(room.imports.isSubset(of: above), "\(room.name)")
      above.insert(room.name)
    }
  }

  @Test("Every folder of Sources is a room, and every room a folder and a target")
  func rooms() {
    let libraries = SourceTree.folders(in: "Sources").filter { folder in
      SourceTree.paths(under: "Sources/\(folder)").contains { $0.hasSuffix("module.modulemap") }
    }
    let folders = Set(SourceTree.folders(in: "Sources")).subtracting(libraries)
    let known = Set(House.rooms.map(\.name))
    #expect(folders == known)
    #expect(known.isSubset(of: PackageManifest.current.targets.keys))
  }

  @Test("A file imports what its room may", arguments: House.rooms)
  func allowed(room: House.Room) {
    let may = room.imports.union(room.outside).union(House.toolchain)
    for file in SourceTree.sources where file.target == room.name {
      #expect(file.imports.subtracting(may).isEmpty, "\(file.path)")
    }
  }

  @Test("Package.swift allows no more than DESIGN, and declares what is imported", arguments: House.rooms)
  func manifest(room: House.Room) {
    let declared = PackageManifest.current.targets[room.name] ?? []
    #expect(declared.subtracting(room.imports.union(room.outside)).isEmpty, "\(room.name) may not depend on these")
    let used = SourceTree.sources.filter { $0.target == room.name }.reduce(into: Set<String>()) {
      $0.formUnion($1.imports)
    }
    let products = Set(used.subtracting(House.toolchain).map { House.broughtBy[$0] ?? $0 })
    #expect(products.subtracting(declared).isEmpty, "\(room.name) imports these without saying so")
    #expect(declared.subtracting(products).isEmpty, "\(room.name) declares these and imports none of them")
  }

  @Test("Every folder of tests is a target, so none is forgotten")
  func tests() {
    for folder in SourceTree.folders(in: "Tests") where folder.hasSuffix("Tests") {
      let hasSwift = SourceTree.paths(under: "Tests/\(folder)").contains { $0.hasSuffix("Tests.swift") }
      #expect(!hasSwift || PackageManifest.current.targets[folder] != nil, "\(folder) would never run")
    }
  }
}
