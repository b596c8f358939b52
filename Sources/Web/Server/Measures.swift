import Synchronization

/// What the office's server counts about itself, for Prometheus.
final class Measures: Sendable {
  private struct Request: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  private struct Times {
    var within = [Int](repeating: 0, count: Measures.limits.count)
    var count = 0
    var sum = 0.0
  }

  private struct State {
    var times: [Request: Times] = [:]
    var acts: [String: Int] = [:]
    var refusals: [String: Int] = [:]
    var inFlight = 0
  }

  /// In seconds.
  private static let limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
  private let state = Mutex(State())

  func begin() { state.withLock { $0.inFlight += 1 } }

  func end(method: String, route: String, status: Int, elapsed: Duration) {
    let seconds = elapsed / .seconds(1)
    state.withLock { state in
      state.inFlight -= 1
      var times = state.times[Request(method: method, route: route, status: status)] ?? Times()
      for (index, limit) in Measures.limits.enumerated() where seconds <= limit { times.within[index] += 1 }
      times.count += 1
      times.sum += seconds
      state.times[Request(method: method, route: route, status: status)] = times
    }
  }

  func count(act route: String) { state.withLock { $0.acts[route, default: 0] += 1 } }

  func count(refusal code: String) { state.withLock { $0.refusals[code, default: 0] += 1 } }

  /// The text format of Prometheus, version 0.0.4. Label values are patterns of routes and codes of closed alphabets.
  func text(ledgerSize: Int) -> String {
    let state = state.withLock { $0 }
    var lines = [
      "# TYPE bihuan_ledger_entries gauge", "bihuan_ledger_entries \(ledgerSize)",
      "# TYPE bihuan_requests_in_flight gauge", "bihuan_requests_in_flight \(state.inFlight)",
      "# TYPE bihuan_acts_total counter",
    ]
    lines += state.acts.sorted { $0.key < $1.key }.map { "bihuan_acts_total{route=\"\($0.key)\"} \($0.value)" }
    lines.append("# TYPE bihuan_refusals_total counter")
    lines += state.refusals.sorted { $0.key < $1.key }.map { "bihuan_refusals_total{code=\"\($0.key)\"} \($0.value)" }
    lines.append("# TYPE bihuan_request_duration_seconds histogram")
    for (request, times) in state.times.sorted(by: { $0.key.route < $1.key.route }) {
      lines += Measures.histogram(request, times)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func histogram(_ request: Request, _ times: Times) -> [String] {
    let name = "bihuan_request_duration_seconds"
    let labels = "method=\"\(request.method)\",route=\"\(request.route)\",status=\"\(request.status)\""
    return zip(limits, times.within).map { "\(name)_bucket{\(labels),le=\"\($0)\"} \($1)" } + [
      "\(name)_bucket{\(labels),le=\"+Inf\"} \(times.count)", "\(name)_sum{\(labels)} \(times.sum)",
      "\(name)_count{\(labels)} \(times.count)",
    ]
  }
}
