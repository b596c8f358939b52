import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

@testable import Web

/// Forms with files, byte by byte.
@Suite struct MultipartTests {
  private func read(_ body: String, _ boundary: String = "B") throws -> SubmittedForm {
    try Multipart.read(Array(body.utf8), boundary: Array(boundary.utf8))
  }

  private func part(_ head: String, _ body: String) -> String {
    "--B\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(body)\r\n"
  }

  @Test func readsFieldsAndFiles() throws {
    let form = try read(
      part("name=\"a\"", "一\r\n二") + part("name=\"a\"", "")
        + part("name=\"f\"; filename=\"C:\\x\\现场%22.png\"", "\r\n--C\r\n") + "--B--\r\n")
    #expect(form.values["a"] == ["一\n二", ""])
    #expect(form.files["f"]?.name == "现场\".png")
    #expect(form.files["f"].map { $0.bytes } == Array("\r\n--C\r\n".utf8))
  }

  @Test func takesNoFileForNoFile() throws {
    #expect(try read(part("name=\"f\"; filename=\"\"", "") + "--B--").files.isEmpty)
  }

  @Test func refusesWhatBreaksOff() throws {
    let whole = Array((part("name=\"a\"", "x") + part("name=\"f\"; filename=\"y\"", "z") + "--B--").utf8)
    for end in 0..<(whole.count - 2) {
      #expect(throws: Refusal.self) { try Multipart.read(Array(whole[..<end]), boundary: [66]) }
    }
    #expect(throws: Never.self) { try Multipart.read(whole, boundary: [66]) }
  }

  @Test func boundsItsFields() {
    let many = String(repeating: part("name=\"a\"", "x"), count: 2500) + "--B--"
    #expect(throws: Refusal.self) { try read(many) }
    #expect(throws: Refusal.self) { try read(part("name=\"\(String(repeating: "x", count: 9000))\"", "x") + "--B--") }
  }

  @Test func findsTheBoundary() {
    #expect(Multipart.boundary("multipart/form-data; boundary=\"a b\"") == Array("a b".utf8))
    #expect(Multipart.boundary("multipart/form-data; charset=utf-8; Boundary=xyz") == Array("xyz".utf8))
    #expect(Multipart.boundary("multipart/form-data") == nil)
    #expect(Multipart.boundary("multipart/form-data; boundary=" + String(repeating: "x", count: 71)) == nil)
  }

  /// Twice the bytes may take about twice the time, even where every byte begins a delimiter.
  @Test func takesLinearTime() throws {
    func time(_ count: Int) throws -> Duration {
      let body =
        Array("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n".utf8)
        + Array(repeating: [13, 10, 45, 45] as [UInt8], count: count).flatMap { $0 } + Array("\r\n--B--".utf8)
      return try ContinuousClock().measure { _ = try Multipart.read(body, boundary: [66]) }
    }
    _ = try time(10_000)
    let (small, large) = (try time(50_000), try time(400_000))
    #expect(large < small * 40, "\(small) \(large)")
  }
}
