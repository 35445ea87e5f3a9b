// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Plans
import Reporting
import Scenarios
import TestSupport
import Testing
import Wording

struct UnfinishedRunTests {
  /// A sum that a run keeps.
  private struct Sum: Archived {
    var numbers: [Double] = []

    mutating func pass(through archive: inout Archive) { archive.pass(&numbers) }
  }

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "unfinished-\(UUID().uuidString)").path
  private var file: String { folder + "/" + UnfinishedRun.file }

  private func run(
    scenario: String = "a", version: String = "1", resumes: Bool = true,
    _ work: (UnfinishedRun) async throws -> Void
  ) async throws {
    let folder = try OutputFolder(path: folder)
    let run = try UnfinishedRun(
      in: folder, scenario: scenario, version: version, resumes: resumes)
    try await run.during { try await work(run) }
  }

  private func key(_ number: Int) -> UInt64 {
    WorkJournal(find: { _ in nil }, store: { _, _ in })
      .key(
        "sum", of: ToyShop.scenario(demand: ToyShop.random(dailyMean: 1), plans: []).scenario,
        number)
  }

  /// What the journal at hand has of a number.
  private func found(_ number: Int) -> [Double]? {
    var sum = Sum()
    return WorkJournal.current?.fill(&sum, from: key(number)) == true ? sum.numbers : nil
  }

  private func keep(_ numbers: Int...) {
    for number in numbers {
      WorkJournal.current?.keep(Sum(numbers: [Double(number), 0.1]), as: key(number))
    }
  }

  @Test func `what was finished is there for the next run, and gone when the files are written`()
    async throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await run { run in
      #expect(run.found == 0)
      keep(1, 2, 2)
      #expect(found(2) == [2, 0.1] && found(3) == nil)
    }
    try await run { run in
      #expect(run.found == 2)
      #expect(found(1) == [1, 0.1])
      keep(3)
    }
    try await run { run in
      #expect(run.found == 3 && found(3) == [3, 0.1])
      run.finish()
    }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `half a piece at the end is not taken, and what follows is whole`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await run { _ in keep(1, 2) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    try whole.dropLast(1).write(to: URL(fileURLWithPath: file))
    try await run { run in
      #expect(run.found == 1 && found(2) == nil)
      keep(2)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == whole)
    var damaged = whole
    damaged[damaged.count - 1] ^= 1
    try damaged.write(to: URL(fileURLWithPath: file))
    try await run { #expect($0.found == 1) }
  }

  @Test func `pieces of another scenario or version are refused, and begun anew without the word`()
    async throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await run { _ in keep(1) }
    await #expect(throws: UnfinishedRun.Problem.another(file, .scenario)) {
      try await run(scenario: "b") { _ in }
    }
    await #expect(throws: UnfinishedRun.Problem.another(file, .version)) {
      try await run(version: "2") { _ in }
    }
    try await run { #expect($0.found == 1) }
    try await run(scenario: "b", resumes: false) { #expect($0.found == 0 && found(1) == nil) }
    let refusal = UnfinishedRun.Problem.another("out/x", .scenario).sentence
    #expect(refusal[.english].contains("out/x is of another scenario"))
    #expect(refusal[.chinese].contains("属于另一个场景"))
  }
}
