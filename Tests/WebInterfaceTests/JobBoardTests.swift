// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import Tables
import Testing
import WebInterface
import Wording

struct JobBoardTests {
  private let board = JobBoard()

  private func begin(
    _ kind: JobKind = .plan, file: String = "a.yaml", gate: Gate
  ) async throws -> JobBoard.Job {
    try await board.begin(kind, file: file, state: "state") { try gate.work() }
  }

  /// Waits until a job has ended.
  private func end(of id: String) async throws -> JobEnd? {
    for _ in 0..<2000 {
      if let end = await board.job(id)?.end { return end }
      try await Task.sleep(for: .milliseconds(5))
    }
    return await board.job(id)?.end
  }

  @Test func `a job is found while it works and after it has ended`() async throws {
    let gate = Gate()
    let job = try await begin(gate: gate)
    #expect(await board.jobs(of: "a.yaml").map(\.id) == [job.id])
    #expect(await board.job(job.id)?.end == nil)
    gate.open()
    guard case .done(let show)? = try await end(of: job.id) else {
      Issue.record("not done")
      return
    }
    #expect(show(.english) == ["answer": 7])
    #expect(await board.job(job.id)?.progress?.done == 1)
    #expect(await board.jobs(of: "b.yaml").isEmpty)
  }

  @Test func `a cancelled job ends as cancelled`() async throws {
    let job = try await begin(gate: Gate())
    await board.cancel(job.id)
    guard case .failed(.cancelled)? = try await end(of: job.id) else {
      Issue.record("not cancelled")
      return
    }
  }

  @Test func `a newer job takes the place of the one of its file and kind`() async throws {
    let older = try await begin(gate: Gate())
    let other = try await begin(.require, gate: Gate())
    let newer = try await begin(gate: Gate())
    #expect(await board.jobs(of: "a.yaml").map(\.id) == [other.id, newer.id])
    #expect(await board.job(older.id) == nil)
    for id in [other.id, newer.id] { await board.cancel(id) }
  }

  @Test func `more at once than a machine bears are refused, and begin nothing`() async throws {
    var jobs: [JobBoard.Job] = []
    for kind in JobKind.allCases.prefix(JobBoard.mostAtWork) {
      jobs.append(try await begin(kind, gate: Gate()))
    }
    let file = "b.yaml"
    await #expect(throws: JobBoard.Problem.tooManyAtWork) {
      try await board.begin(.score, file: file, state: "") {
        Issue.record("begun")
        return try Gate().work()
      }
    }
    for job in jobs { await board.cancel(job.id) }
  }
}

/// A use case that waits until it is let through, or cancelled.
private final class Gate: @unchecked Sendable {
  private let lock = NSLock()
  private var isOpen = false

  func open() { lock.withLock { isOpen = true } }
  var passes: Bool { lock.withLock { isOpen } }

  func work() throws -> JobWork {
    JobWork(
      try Waiting(self),
      progress: { JobProgress(step: Localized(en: "Waiting", zh: "等待"), done: $0, total: nil) }
    ) { outcome, _ in ["answer": .integer(outcome)] }
  }

  private struct Waiting: UseCase {
    let gate: Gate
    let inputs: [String] = []

    init(_ gate: Gate) throws(ApplicationError) { self.gate = gate }

    func run(_ report: @escaping @Sendable (Int) -> Void) async throws(ApplicationError) -> Int {
      report(1)
      while !gate.passes {
        if Task.isCancelled { throw .cancelled }
        try? await Task.sleep(for: .milliseconds(2))
      }
      return 7
    }
  }
}
