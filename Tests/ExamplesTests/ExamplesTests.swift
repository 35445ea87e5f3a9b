// SPDX-License-Identifier: GPL-3.0-or-later

import Examples
import Foundation
import Testing

struct ExamplesTests {
  /// The package's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func `a desk described in code tells its waits`() throws {
    let told = try deskInCode()
    #expect(told.contains("customers, service level"))
    #expect(try deskInCode() == told)
  }

  @Test func `policies of one's own give other waits to the same customers`() throws {
    let path = Self.root.appending(path: "Scenarios/start-up.yaml").path
    #expect(try ownPolicies(scenario: path, plan: "two_seats").contains("chats of each agent"))
  }

  @Test func `an observer sees the longest queue`() throws {
    #expect(try watching().hasPrefix("of "))
  }

  static let pages = [
    "Sources/InquirySimulation/InquirySimulation.docc/DescribingADesk.md",
    "Sources/InquirySimulation/InquirySimulation.docc/RoutingPolicies.md",
    "Sources/InquirySimulation/InquirySimulation.docc/Observing.md",
    "Documentation/simulator.md",
  ]

  @Test(arguments: pages)
  func `the Swift of a page is code that was compiled`(page: String) throws {
    let examples = try ["DeskInCode", "OwnPolicies", "Watching"].map {
      try Self.text("Examples/\($0).swift")
    }
    var blocks: [String] = []
    var block: [Substring]?
    for line in try Self.text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```swift" {
        block = []
      } else if line == "```", let lines = block {
        blocks.append(lines.joined(separator: "\n"))
        block = nil
      } else {
        block?.append(line)
      }
    }
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(examples.contains { $0.contains(block) }, "not in Examples/:\n\(block)")
    }
  }

  @Test func `every page of the catalogue is linked from its first one`() throws {
    let folder = "Sources/InquirySimulation/InquirySimulation.docc"
    let first = try Self.text(folder + "/InquirySimulation.md")
    #expect(first.hasPrefix("# ``InquirySimulation``\n"))
    let names = try FileManager.default
      .contentsOfDirectory(atPath: Self.root.appending(path: folder).path)
      .filter { $0.hasSuffix(".md") && $0 != "InquirySimulation.md" }
    #expect(!names.isEmpty)
    for name in names {
      #expect(first.contains("<doc:\(name.dropLast(3))>"))
      #expect(try Self.text(folder + "/" + name).hasPrefix("# "))
    }
  }
}
