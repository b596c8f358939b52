import Foundation
import Ground
import Operations
import Subjects
import Testing
import Web

@Suite("The map of subjects")
struct MapTests {
  @Test(
    "What is no address of tiles is refused",
    arguments: [
      "", "tiles", "https://tiles.example/{z}/{x}.png", "javascript:{z}{x}{y}", "https:///{z}/{x}/{y}",
      "https://tiles.example/{z}/{x}/{y} ; script-src *", "https://tiles.example/{z}/{x}/{y}\"",
      "ftp://tiles.example/{z}/{x}/{y}", "https://tiles.example/{z}/{x}/{y}" + String(repeating: "a", count: 500),
    ]) func refusesTiles(_ template: String)
  {
    #expect(throws: Problem.self) {
      try MapSettings.Tiles(template: template, credit: "", isShifted: false)
    }
  }

  @Test("A tile's host is named by scheme, name and port alone") func origin() throws {
    let tiles = try MapSettings.Tiles(
      template: "https://user@tiles.example:8443/a/{z}/{x}/{y}?key=1", credit: "", isShifted: false)
    #expect(tiles.origin == "https://tiles.example:8443")
  }

  @Test("What is no GeoJSON is refused", arguments: ["", "[]", "{}", #"{"type":"Topology"}"#, "{\"type\":\"Feature\""])
  func refusesOutlines(_ text: String) {
    #expect(throws: Problem.self) { try MapSettings(outlines: Array(text.utf8)) }
  }

  @Test("Outlines over the limit are refused") func refusesLargeOutlines() {
    let pad = String(repeating: " ", count: MapSettings.outlinesLimit)
    #expect(throws: Problem.self) { try MapSettings(outlines: Array(#"{"type":"Feature"}\#(pad)"#.utf8)) }
    #expect(throws: Never.self) { try MapSettings(outlines: Array(#"{"type":"Feature"}"#.utf8)) }
  }

  /// A point that came in GCJ-02 stands on a map of GCJ-02 where it was given, and elsewhere on one of WGS-84.
  @Test("Places are drawn in the map's own system") func shifts() throws {
    let shifted = try MapSettings(
      tiles: .init(template: "https://tiles.example/{z}/{x}/{y}", credit: "", isShifted: true))
    let page = subjectMapPage(
      Pages.map, SubjectFilter(), shifted, Qinghe.viewer(), try locale(.chinese)
    ).string
    #expect(page.contains(#"data-north="41.150000" data-east="122.050000""#))
    let bare = subjectMapPage(Pages.map, SubjectFilter(), .bare, Qinghe.viewer(), try locale(.chinese)).string
    #expect(
      !bare.contains(#"data-north="41.150000""#) && bare.contains(#"data-north="41.160000" data-east="122.060000""#))
    #expect(bare.contains("旧冷库 &amp; 库房") && !bare.contains("data-tiles"))
  }
}
