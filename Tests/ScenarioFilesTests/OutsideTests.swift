// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Plans
import ScenarioFiles
import Testing

/// A scenario in a folder, beside which lies what is none of its business.
struct OutsideTests {
  private static let rows =
    "arrived_at\n"
    + (1...31).map { "2026-01-\($0 < 10 ? "0" : "")\($0)T10:30:00" }
    .joined(separator: "\n")
  private static let secret = "root:correct-horse-battery-staple:0:0\n"

  /// Reads a scenario whose history is `place`.
  private func read(_ place: (URL) -> String, allowsOutside: Bool) throws -> PlannedScenario {
    let top = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: top) }
    let folder = top.appending(path: "shop")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "logs"), withIntermediateDirectories: true)
    for file in ["log.csv", "shop/log.csv", "shop/logs/log.csv"] {
      try Self.rows.write(to: top.appending(path: file), atomically: true, encoding: .utf8)
    }
    for file in ["secret.txt", "shop/secret.txt"] {
      try Self.secret.write(to: top.appending(path: file), atomically: true, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "link.csv").path,
      withDestinationPath: top.appending(path: "secret.txt").path)
    let text = changed(["daily_mean: 40": "history: {file: \"\(place(folder))\"}"])
    return try ScenarioFile.parse(
      text: text, baseDirectory: folder.path, allowsOutside: allowsOutside)
  }

  /// Empty where the file is accepted.
  private func messages(
    _ place: (URL) -> String, allowsOutside: Bool = false
  ) throws -> [String] {
    do {
      _ = try read(place, allowsOutside: allowsOutside)
      return []
    } catch let error as ScenarioFileError {
      return error.problems.map(\.description)
    }
  }

  @Test func `a history in the scenario's folder or below is read`() throws {
    #expect(try messages { _ in "log.csv" } == [])
    #expect(try messages { _ in "logs/log.csv" } == [])
    #expect(try messages { _ in "./logs/../log.csv" } == [])
    #expect(try messages { $0.path + "/log.csv" } == [])
  }

  @Test(arguments: ["../log.csv", "logs/../../log.csv", "/etc/hostname", "link.csv", "/", ".."])
  func `a history outside the scenario's folder is refused, whatever it holds`(
    _ file: String
  ) throws {
    let found = try messages { _ in file }
    #expect(
      found == [
        "scenario.yaml:8: demand.history.file: found \(file), allowed a file in the scenario's "
          + "folder; --allow-outside permits any."
      ])
  }

  @Test func `a file outside that is not there is refused like one that is`() throws {
    let found = try messages { _ in "../nowhere/at-all.csv" }
    #expect(found.count == 1 && found[0].contains("--allow-outside"))
  }

  @Test func `a history outside the folder is read where that is allowed`() throws {
    #expect(try messages({ _ in "../log.csv" }, allowsOutside: true) == [])
  }

  @Test func `what a file holds that is no history is not told`() throws {
    let found = try messages { _ in "secret.txt" }
    #expect(found.count == 1)
    #expect(!found[0].contains("horse") && found[0].contains("secret.txt"))
  }
}
