/// The house as DESIGN §2 draws it: which target may import which, from the ground up.
///
/// A row may name only targets above it, so what is written here cannot hold a circle.
enum House {
  struct Room {
    let name: String
    /// Targets of the house.
    let imports: Set<String>
    /// Packages, and libraries of the system.
    var outside: Set<String> = []
    /// The rules of deciding apply: no clock, no identifiers, no files, nothing printed, nothing forced.
    var isDomain = false
  }

  static let rooms: [Room] = [
    // Ground.
    Room(name: "Ground", imports: [], isDomain: true),
    Room(name: "Directory", imports: ["Ground"], isDomain: true),
    Room(name: "Packs", imports: ["Ground"], outside: ["Yams"], isDomain: true),
    Room(name: "Formats", imports: ["Ground"], outside: ["CLibzip", "CExpat"], isDomain: true),

    // Reading.
    Room(name: "Bulletins", imports: ["Ground", "Packs"], outside: ["COpenCC"], isDomain: true),
    Room(name: "Directives", imports: ["Ground", "Directory", "Packs", "Bulletins"], isDomain: true),

    // Obligations.
    Room(name: "Matters", imports: ["Ground", "Directory", "Packs"], isDomain: true),
    Room(name: "Meetings", imports: ["Ground", "Directory", "Matters"], isDomain: true),
    Room(name: "Subjects", imports: ["Ground", "Directory", "Packs"], isDomain: true),
    Room(name: "Duties", imports: ["Ground", "Directory", "Packs", "Matters", "Subjects"], isDomain: true),
    Room(name: "Inspections", imports: ["Ground", "Directory", "Packs", "Matters", "Subjects"], isDomain: true),
    Room(name: "Registers", imports: ["Ground", "Directory", "Packs", "Formats", "Subjects"], isDomain: true),
    Room(
      name: "Reports",
      imports: ["Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections"],
      isDomain: true),

    // Record.
    Room(name: "Ledger", imports: ["Ground"], outside: ["Crypto"], isDomain: true),
    Room(
      name: "Storage",
      imports: ["Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections", "Ledger"],
      outside: ["Crypto"]),
    Room(name: "StorageSQLite", imports: ["Storage"], outside: ["GRDB", "GRDBSQLite"]),
    Room(name: "StoragePostgres", imports: ["Storage"], outside: ["CLibpq"]),

    // Paper.
    Room(name: "Documents", imports: ["Ground", "Formats"], outside: ["CXlsxWriter", "Mustache"]),

    // Messengers.
    Room(name: "Delivery", imports: ["Ground"], outside: ["CCurl", "Crypto"]),

    // Acts.
    Room(
      name: "Operations",
      imports: [
        "Ground", "Directory", "Packs", "Formats", "Documents", "Delivery", "Bulletins", "Directives", "Registers",
        "Matters", "Meetings", "Subjects", "Duties", "Inspections",
        "Reports",
        "Ledger",
        "Storage", "StorageSQLite", "StoragePostgres",
      ], outside: ["Crypto", "CArgon2", "Subprocess"]),

    // Shells.
    Room(
      name: "Web",
      imports: [
        "Ground", "Directory", "Packs", "Registers", "Matters", "Subjects", "Duties", "Inspections", "Ledger",
        "Documents", "Operations",
      ],
      outside: [
        "Crypto", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "ServiceLifecycle", "Yams",
      ]),
    // It lives a district's year and asks the record at every step whether the rules held.
    Room(
      name: "Simulation",
      imports: [
        "Ground", "Directory", "Packs", "Subjects", "Duties", "Inspections", "Matters", "Meetings", "Ledger", "Storage",
        "Operations",
      ], outside: ["Crypto"]),
    Room(
      name: "bihuan",
      imports: [
        "Ground", "Directory", "Registers", "Matters", "Reports", "Ledger", "Storage", "Operations", "Web",
        "Simulation",
      ], outside: ["ArgumentParser", "Hummingbird", "Logging"]),
  ]

  /// What comes with the toolchain and needs no line in Package.swift.
  static let toolchain: Set<String> = ["Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

  /// Modules that a product of another name brings along: module → product.
  static let broughtBy = ["HummingbirdCore": "Hummingbird"]

  static let domain = Set(rooms.filter(\.isDomain).map(\.name))
}
