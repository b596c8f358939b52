import Foundation

/// The figures, in the order they were taken.
struct BenchTable {
  /// What was slower or larger than it may be.
  private(set) var misses: [String] = []
  private var rows: [[String]] = [["what", "data", "figure", "target", "beside it, same run"]]

  /// - Parameters:
  ///   - data: how much it was measured on.
  ///   - beside: a ratio to something measured in the same run.
  mutating func add(_ what: String, data: String, figure: String, target: String = "", beside: String = "") {
    rows.append([what, data, figure, target, beside])
    FileHandle.standardError.write(Data("\(what): \(figure) \(beside)\n".utf8))
  }

  /// A figure in seconds with the most that it may be.
  mutating func add(_ what: String, data: String, figure: String, most: (is: Double, may: Double), beside: String = "")
  {
    if most.is > most.may { misses.append("\(what): \(figure)") }
    add(what, data: data, figure: figure, target: "p99 ≤ \(whole(most.may * 1000)) ms", beside: beside)
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

/// Seconds that `body` takes.
func seconds<T>(_ body: () async throws -> T) async rethrows -> (T, Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try await body()
  let spent = clock.now - start
  return (value, Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18)
}

func whole(_ number: Double) -> String { String(Int(number.rounded())) }

func fixed(_ number: Double, _ digits: Int = 2) -> String { String(format: "%.\(digits)f", number) }

/// `p50 / p99` of times in seconds, as microseconds.
struct Percentiles {
  let middle: Double
  let worst: Double

  init(_ times: [Double]) {
    let sorted = times.sorted()
    (middle, worst) = (sorted[sorted.count / 2], sorted[min(sorted.count - 1, sorted.count * 99 / 100)])
  }

  var text: String { "p50 \(whole(middle * 1e6)) µs, p99 \(whole(worst * 1e6)) µs" }
}
