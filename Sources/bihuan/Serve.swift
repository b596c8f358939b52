import ArgumentParser
import Glibc
import Ground
import Hummingbird
import Operations
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the office's pages. SIGTERM or SIGINT ends it: requests in flight are finished first.")

  @OptionGroup var options: DataOptions
  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port; 0 lets the system choose one.") var port = 8080
  @Option(help: "How many requests a minute one API token may send.") var apiRate = 600
  @Flag(help: "Cookies go over https only; a proxy in front is trusted to say who asks.") var https = false
  @OptionGroup var map: MapOptions
  @Flag(help: "Fill a fresh folder with a fictional district first, and print its accounts.") var demo = false

  func run() async throws {
    try await Terminal.explaining {
      let premises = demo ? try DemoOffice.premises(options) : try options.premises()
      if demo {
        try await DemoOffice.fill(premises)
        DemoOffice.printAccounts()
      }
      let office = try await premises.open()
      do {
        try await office.takeLease()
        try await serve(office, resources: Resources(path: premises.resources))
      } catch {
        try? await office.close()
        throw error
      }
      try await office.releaseLease()
      try await office.close()
    }
  }

  private func serve(_ office: Office, resources: Resources) async throws {
    var settings = SiteSettings(host: host, port: port, isBehindHTTPS: https, trustsProxy: https)
    settings.keepsLease = true
    let code = try await office.awaitsSetup() ? office.oneTimeCode() : nil
    settings.setupCode = code
    settings.requestsPerMinute = apiRate
    settings.map = try map.settings(demo: demo ? resources : nil)
    let site = try site(office: office, resources: resources, settings: settings) { port in
      print("http://\(host):\(port)/")
      if let code {
        print(Bilingual("安装码", "setup code")[Terminal.language] + ": \(code)")
      }
      // Whoever reads this through a pipe wants the address now.
      fflush(nil)
    }
    try await site.runService()
  }
}
