import Foundation
import Ground
import Operations
import Simulation

/// How long from starting the program to its first page, and how much memory it holds while nobody asks.
enum StartBench {
  static func onDemo(into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let premises = folder.premises()
    try await Demo.fill(premises)
    try await run(premises, data: "the demo's district", into: &table)
    try folder.remove()
  }

  static func run(_ premises: Premises, data: String, into table: inout BenchTable) async throws {
    var times: [Double] = []
    var memory = 0.0
    for round in 0..<5 {
      let (server, time) = try await seconds {
        let server = try ServedOffice(premises)
        guard try WireClient(port: server.port).get("/login").status == 200 else {
          throw WireClient.Broken(description: "no first page")
        }
        return server
      }
      times.append(time)
      if round == 0 {
        try await Task.sleep(for: .seconds(2))
        memory = try server.memory()
      }
      server.stop()
    }
    times.sort()
    table.add(
      "start to first page", data: data, figure: "\(whole(times[2] * 1000)) ms", target: "≤ 300 ms",
      beside: "5 starts, slowest \(whole(times[4] * 1000)) ms")
    table.add(
      "idle memory", data: data, figure: "\(whole(memory)) MB", target: "≤ 80 MB", beside: "resident, 2 s later")
  }
}
