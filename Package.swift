// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// - Parameter isHot: optimised in debug builds too, which the simulated years of the tests need (decision 0052).
func room(_ name: String, _ dependencies: [Target.Dependency] = [], isHot: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: settings + (isHot ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []))
}

func suite(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Code that tests share, in their folder.
func support(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

/// A program that tests run beside themselves, in their folder.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "bihuan",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Ground.
    room("Ground", isHot: true),
    room("Directory", ["Ground"], isHot: true),
    room("Packs", ["Ground", .product(name: "Yams", package: "Yams")], isHot: true),
    room("Formats", ["Ground", "CLibzip", "CExpat"]),

    // Reading.
    room("Bulletins", ["Ground", "Packs", "COpenCC"], isHot: true),
    room("Directives", ["Ground", "Directory", "Packs", "Bulletins"]),
    room("Registers", ["Ground", "Directory", "Packs", "Formats", "Subjects"]),

    // Obligations.
    room("Matters", ["Ground", "Directory", "Packs"], isHot: true),
    room("Meetings", ["Ground", "Directory", "Matters"]),
    room("Subjects", ["Ground", "Directory", "Packs"], isHot: true),
    room("Duties", ["Ground", "Directory", "Packs", "Matters", "Subjects"], isHot: true),
    room("Inspections", ["Ground", "Directory", "Packs", "Matters", "Subjects"]),
    room(
      "Reports", ["Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections"]),

    // Record.
    room("Ledger", ["Ground", crypto], isHot: true),
    room(
      "Storage",
      [
        "Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections", "Ledger", crypto,
      ], isHot: true),
    room(
      "StorageSQLite",
      ["Storage", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")],
      isHot: true),
    room("StoragePostgres", ["Storage", "CLibpq"]),

    // Paper.
    room("Documents", ["Ground", "Formats", "CXlsxWriter", .product(name: "Mustache", package: "swift-mustache")]),

    // Messengers.
    room("Delivery", ["Ground", "CCurl", crypto]),

    // Acts.
    room(
      "Operations",
      [
        "Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections", "Reports", "Ledger",
        "Storage", "StorageSQLite", "StoragePostgres", "Formats", "Bulletins", "Directives", "Documents", "Registers",
        "Delivery", "CArgon2",
        crypto,
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),

    // Shells.
    room(
      "Web",
      [
        "Ground", "Directory", "Packs", "Registers", "Matters", "Subjects", "Duties", "Inspections", "Ledger",
        "Documents", "Operations", crypto,
        .product(name: "Yams", package: "Yams"),
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    room(
      "Simulation",
      [
        "Ground", "Directory", "Packs", "Subjects", "Duties", "Inspections", "Matters", "Meetings", "Ledger", "Storage",
        "Operations", crypto,
      ], isHot: true),
    .executableTarget(
      name: "bihuan",
      dependencies: [
        "Ground", "Directory", "Registers", "Matters", "Reports", "Ledger", "Storage", "Operations", "Web",
        "Simulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ], swiftSettings: settings),

    // Measures.
    .executableTarget(
      name: "BihuanBench",
      dependencies: [
        "Ground", "Directory", "Formats", "Bulletins", "Packs", "Matters", "Subjects", "Duties", "Inspections",
        "Ledger", "Storage", "Documents", "Operations", "Simulation", "TestDatabases",
      ],
      path: "Benchmarks", swiftSettings: settings),

    // Tools.
    .executableTarget(
      name: "DocsWriter",
      dependencies: [
        "Ground", "Packs", "Formats", "Bulletins", "Registers", "Matters", "Meetings", "Subjects", "Duties",
        "Inspections", "Ledger", "Storage", "Documents",
        "Delivery", "Operations", "Web",
      ],
      path: "Tools/DocsWriter", swiftSettings: settings),
    .executableTarget(
      name: "TemplateWriter", dependencies: ["Ground", "Formats"], path: "Tools/TemplateWriter",
      swiftSettings: settings),

    // Tests.
    suite("ArchitectureTests", ["Ground", "Directory", "Matters", crypto]),
    program("KilledOffice", ["Ground", "Operations"]),
    suite(
      "RecordTests",
      [
        "Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections", "Reports", "Ledger",
        "Storage", "StorageSQLite", "StoragePostgres", "Documents", "Operations", "Simulation", "TestDatabases",
        "TestOffice", "KilledOffice",
        "bihuan",
      ]),
    suite("GroundTests", ["Ground", .product(name: "Yams", package: "Yams")]),
    suite("PacksTests", ["Ground", "Packs"]),
    support("TestPython", []),
    suite("DeliveryTests", ["Ground", "Delivery", "TestPython"]),
    suite("FormatsTests", ["Ground", "Formats", "CLibzip", "TestPython"]),
    suite("BulletinsTests", ["Ground", "Formats", "Packs", "Bulletins"]),
    suite("DirectivesTests", ["Ground", "Directory", "Packs", "Bulletins", "Directives"]),
    suite(
      "RegistersTests", ["Ground", "Directory", "Packs", "Formats", "Subjects", "Registers", "CLibzip", "TestFields"]),
    suite("DirectoryTests", ["Ground", "Directory"]),
    suite("DocumentsTests", ["Ground", "Formats", "Documents", "TemplateWriter"]),
    suite("LedgerTests", ["Ground", "Ledger"]),
    suite("MattersTests", ["Ground", "Directory", "Packs", "Matters"]),
    support("TestFields", ["Ground", "Directory", "Packs", "Subjects"]),
    suite("SubjectsTests", ["Ground", "Directory", "Packs", "Subjects", "TestFields"]),
    suite("DutiesTests", ["Ground", "Directory", "Packs", "Matters", "Subjects", "Duties", "TestFields"]),
    suite("InspectionsTests", ["Ground", "Directory", "Packs", "Matters", "Subjects", "Inspections", "TestFields"]),
    support("TestDatabases", ["Storage", "StorageSQLite", "StoragePostgres", "CLibpq"]),
    program("CrashingWriter", ["Storage", "StorageSQLite", "StoragePostgres"]),
    suite("EngineTests", ["Storage", "StorageSQLite", "StoragePostgres", "TestDatabases", "CrashingWriter"]),
    support("TestOffice", ["Ground", "Directory", "Matters", "Storage", "Operations", "Simulation", "TestDatabases"]),
    suite(
      "OperationsTests",
      [
        "Ground", "Directory", "Packs", "Matters", "Meetings", "Subjects", "Duties", "Inspections", "Reports", "Ledger",
        "Storage", "StorageSQLite", "Formats", "Bulletins", "Documents", "Registers", "Delivery", "Operations",
        "Simulation", "TestDatabases",
        "TestOffice", "TestPython",
      ]),
    suite(
      "WebTests",
      [
        "Ground", "Directory", "Packs", "Registers", "Matters", "Subjects", "Duties", "Inspections", "Documents",
        "Operations", "Web",
      ]),
    suite(
      "ServerTests",
      [
        "Ground", "Directory", "Matters", "Formats", "Storage", "Operations", "Web", "Simulation", "TestDatabases",
        "TestOffice", "TestPython",
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    suite(
      "SimulationTests",
      [
        "Ground", "Directory", "Matters", "Meetings", "Subjects", "Duties", "Registers", "Ledger", "Storage",
        "Operations",
        "Simulation", "TestDatabases", "TestOffice",
      ]),

    // Libraries of the system.
    library("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
    library("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
    library("CLibzip", pkgConfig: "libzip", debian: "libzip-dev"),
    library("COpenCC", pkgConfig: "opencc", debian: "libopencc-dev"),
    library("CArgon2", pkgConfig: "libargon2", debian: "libargon2-dev"),
    library("CLibpq", pkgConfig: "libpq", debian: "libpq-dev"),
    library("CXlsxWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
  ]
)
