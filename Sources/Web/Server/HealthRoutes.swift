import Ground
import Hummingbird
import Operations

/// For those who watch the machine: is it up, does the database answer, how does it fare.
let healthRoutes: [Route] = [
  .get("/healthz", .everybody) { _ in .text("ok\n") },
  .get("/readyz", .everybody) { visit in
    do throws(Refusal) {
      _ = try await visit.office.ledgerStand()
      return .text("ok\n")
    } catch { return .text("\(error.problems[0].code.code)\n", status: .serviceUnavailable) }
  },
  .get("/metrics", .everybody) { visit in
    let size = try await visit.office.ledgerStand().size
    return .text(visit.desk.measures.text(ledgerSize: size), type: "text/plain; version=0.0.4; charset=utf-8")
  },
]
