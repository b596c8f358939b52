import FoundationEssentials
import Ground
import HTTPTypes
package import Operations

/// What every visit has at hand: the office, the words of the pages, the static files, the counts.
package struct Desk: Sendable {
  let office: Office
  let locales: Locales
  let statics: [String: StaticFile]
  let settings: SiteSettings
  let measures: Measures
  let doorkeeper: Doorkeeper
  let postman: Postman
  /// The pages on which forms stand, by their path.
  let pages: [String: Route]

  /// Reads what ships beside the program once.
  package init(office: Office, resources: Resources, settings: SiteSettings) throws {
    func text(_ file: String) throws -> String {
      guard let data = FileManager.default.contents(atPath: "\(resources.path)/\(file)") else {
        throw Problem(.resourcesMissing, at: file, ["folder": "\(resources.path)/\(file)"])
      }
      return String(decoding: data, as: UTF8.self)
    }
    (self.office, self.settings) = (office, settings)
    locales = Locales(
      chinese: try Locale(.chinese, yaml: text("locales/zh.yaml")),
      english: try Locale(.english, yaml: text("locales/en.yaml"), citations: text("locales/citations.yaml")))
    let leaflet = StaticFile.some(["leaflet.js", "leaflet.css"], in: settings.leaflet)
    statics = try StaticFile.all(in: "\(resources.path)/static").merging(leaflet) { own, _ in own }
    measures = Measures()
    doorkeeper = Doorkeeper()
    postman = Postman(office: office, startedAt: office.now)
    pages = Dictionary(
      routes.filter { $0.method == .get }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
