import CLibpq
import Storage

/// What the server answered to one statement; frees libpq's memory with itself.
final class PostgresAnswer {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { self.result = result }

  deinit { PQclear(result) }

  var status: ExecStatusType { PQresultStatus(result) }
  var failure: StorageError? { PostgresFailure.storageError(result) }
  /// The command that ran, e.g. `COMMIT`; a commit of a failed transaction answers `ROLLBACK`.
  var command: String { String(cString: PQcmdStatus(result)) }
  var count: Int { Int(PQntuples(result)) }

  /// 0A000 "cached plan must not change result type", or a prepared statement that is no longer there.
  var isStalePlan: Bool {
    let state = PostgresFailure.field(result, PostgresFailure.sqlState)
    return state == "0A000" || state == "26000"
  }

  func rows() throws(StorageError) -> [SQLRow] {
    let columns = try columns()
    var rows: [SQLRow] = []
    rows.reserveCapacity(count)
    for row in 0..<count { rows.append(SQLRow(try values(row, columns))) }
    return rows
  }

  /// 25006 read_only_sql_transaction.
  var isReadOnly: Bool { PostgresFailure.field(result, PostgresFailure.sqlState) == "25006" }

  private enum Column { case number, text }

  /// Only the types that SQLite would give as a number or a text; a sum without its CAST is numeric and refused here.
  private func columns() throws(StorageError) -> [Column] {
    var columns: [Column] = []
    for index in 0..<PQnfields(result) {
      switch PQftype(result, index) {
      case 20, 21, 23: columns.append(.number)
      case 25, 1043, 1042, 19, 705: columns.append(.text)
      case let type:
        let name = String(cString: PQfname(result, index))
        throw StorageError(.unexpectedValue, "column \(name) has PostgreSQL type \(type); CAST it to BIGINT or TEXT")
      }
    }
    return columns
  }

  private func values(_ row: Int, _ columns: [Column]) throws(StorageError) -> [SQLValue] {
    var values: [SQLValue] = []
    values.reserveCapacity(columns.count)
    for (index, column) in columns.enumerated() {
      let (row, index) = (Int32(row), Int32(index))
      guard PQgetisnull(result, row, index) == 0, let start = PQgetvalue(result, row, index) else {
        values.append(.null)
        continue
      }
      let length = Int(PQgetlength(result, row, index))
      let bytes = UnsafeRawBufferPointer(start: start, count: length)
      let text = String(decoding: bytes, as: UTF8.self)
      switch column {
      case .text: values.append(.text(text))
      case .number:
        guard let number = Int64(text) else { throw StorageError(.unexpectedValue, "not a number: \(text)") }
        values.append(.int(number))
      }
    }
    return values
  }
}
