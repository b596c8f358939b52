import CLibpq
import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own: made in a temporary folder, reached by its socket alone, gone with the tests.
///
/// `BIHUAN_TEST_DATABASE` may name a server instead (a connection string of a role that may create databases), or say
/// `none`;
/// `BIHUAN_TEST_FSYNC=off` makes the own one faster and less true.
package final class PostgresCluster: Sendable {
  package static let shared = Result { try PostgresCluster() }

  static let isAvailable = serverByName != "none" && (serverByName != nil || folderOfPrograms != nil)

  /// Connects to the server's own database; an address of another database is this with its `dbname` replaced.
  private let server: String
  private let made = Atomic<Int>(0)
  private let unique = String(UInt32.random(in: 0 ... .max), radix: 36)
  /// Open as long as this process lives; the server stops when it closes, however that comes about.
  private let lifeline: Pipe?

  private static let serverByName = ProcessInfo.processInfo.environment["BIHUAN_TEST_DATABASE"]

  private static let folderOfPrograms: String? = {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let packaged = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "/usr/lib/postgresql/\($0)/bin" }
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (packaged + path).first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
  }()

  private init() throws {
    if let name = PostgresCluster.serverByName {
      (server, lifeline) = (name, nil)
      return
    }
    guard let programs = PostgresCluster.folderOfPrograms else { throw Trouble("no PostgreSQL on this machine") }
    let folder = "/tmp/bihuan-pg-\(ProcessInfo.processInfo.processIdentifier)-\(unique)"
    let lifeline = Pipe()
    let output = Pipe()
    let process = Process()
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    // The server refuses to run as root.
    let asServer = getuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = asServer + ["sh", "-c", PostgresCluster.script, "sh", programs, folder]
    process.standardInput = lifeline
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard said.hasPrefix("ready") else { throw Trouble("PostgreSQL did not start; see above") }
    server = "host=\(folder) user=postgres dbname=postgres"
    self.lifeline = lifeline
  }

  /// Waits on its standard input, which ends with the tests.
  private static let script = """
    trap '' INT TERM
    mkdir -m 700 "$2" && "$1/initdb" -D "$2/data" -U postgres -A trust --locale=C -E UTF8 --no-sync >"$2/log" 2>&1 &&
    "$1/pg_ctl" -D "$2/data" -l "$2/log" -w start -o "-k $2 -c listen_addresses='' -c max_connections=1000 \
      -c shared_buffers=64MB -c fsync=${BIHUAN_TEST_FSYNC:-on}" >>"$2/log" 2>&1 && echo ready || cat "$2/log" >&2
    read nothing
    "$1/pg_ctl" -D "$2/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$2"
    """

  /// A new database with the house's collation unless told otherwise; its connection string.
  package func createDatabase(collation: String = "C", encoding: String = "UTF8") throws -> String {
    let name = "test_\(unique)_\(made.add(1, ordering: .relaxed).newValue)"
    try execute(
      """
      CREATE DATABASE \(name) TEMPLATE template0 ENCODING '\(encoding)' LC_COLLATE '\(collation)' LC_CTYPE '\(collation)'
      """)
    return address(of: name)
  }

  package func dropDatabase(_ address: String) throws {
    guard let name = address.split(separator: "=").last else { return }
    try execute("DROP DATABASE \(name) WITH (FORCE)")
  }

  /// Runs one statement outside any transaction, as the server's administrator.
  package func execute(_ sql: String) throws {
    let connection = PQconnectdb(server)
    defer { PQfinish(connection) }
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
      throw Trouble(String(cString: PQerrorMessage(connection)))
    }
  }

  /// The last `dbname` wins, in a keyword string; in a URI the path is replaced.
  private func address(of name: String) -> String {
    guard server.contains("://"), var parts = URLComponents(string: server) else { return "\(server) dbname=\(name)" }
    parts.path = ""
    parts.queryItems = (parts.queryItems ?? []) + [URLQueryItem(name: "dbname", value: name)]
    return parts.string ?? server
  }

  struct Trouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
