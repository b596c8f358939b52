import CLibpq
import Storage

/// PostgreSQL's SQLSTATE codes (postgresql.org/docs/15/errcodes-appendix.html) in the house's words.
enum PostgresFailure {
  // The PG_DIAG_ letters of libpq-fe.h.
  static let sqlState = Int32(UInt8(ascii: "C"))
  private static let primaryMessage = Int32(UInt8(ascii: "M"))
  private static let constraintName = Int32(UInt8(ascii: "n"))

  /// Nil for an answer that is no error.
  static func storageError(_ result: OpaquePointer?) -> StorageError? {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: return nil
    case PGRES_PIPELINE_ABORTED: return StorageError(.other, "skipped after an earlier error")
    case PGRES_FATAL_ERROR: break
    default: return StorageError(.other, "COPY has no place here")
    }
    guard let state = field(result, sqlState) else {
      // libpq's own error has no state: the connection broke.
      return StorageError(.gone, oneLine(PQresultErrorMessage(result)))
    }
    let message = field(result, primaryMessage) ?? oneLine(PQresultErrorMessage(result))
    return StorageError(kind(state, result), "\(message) (PostgreSQL \(state))")
  }

  private static func kind(_ state: String, _ result: OpaquePointer?) -> StorageError.Kind {
    switch state {
    case "40001", "40P01", "55P03", "53300": return .busy
    case "57P01", "57P02", "57P03", "57P05", "25006": return .gone
    case "53100": return .diskFull
    case "XX001", "XX002": return .corrupt
    case "42804", "22P02", "22003": return .unexpectedValue
    case "22021": return .refusedText
    default: break
    }
    switch state.prefix(2) {
    case "08": return .gone
    case "23": return .constraint(name: field(result, constraintName))
    default: return .other
    }
  }

  static func field(_ result: OpaquePointer?, _ letter: Int32) -> String? {
    PQresultErrorField(result, letter).map { String(cString: $0) }
  }

  static func oneLine(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "no message" }
    return String(cString: message).split(separator: "\n").joined(separator: " ")
  }
}
