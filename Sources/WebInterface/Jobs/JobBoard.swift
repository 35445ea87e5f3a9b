// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// The long work of all pages: it goes on whoever looks at it, and is found again after a reload.
///
/// Of each file and kind the newest job is kept, with its result; a newer one ends it.
package actor JobBoard {
  /// Jobs that are kept, and those of them that work at once.
  static let mostKept = 24
  package static let mostAtWork = 3

  package struct Job: Sendable {
    package let id: String
    let file: String
    let kind: JobKind
    /// Names the state that was asked about.
    let state: String
    package var progress: JobProgress?
    /// Nil while it is at work.
    package var end: JobEnd?
  }

  package enum Problem: Error { case tooManyAtWork }

  package init() {}

  private var jobs: [Job] = []
  private var works: [String: JobWork] = [:]
  private var count = 0

  /// Begins a job in place of the one of its file and kind.
  ///
  /// - Parameter make: Begins the work; not called where there is too much already.
  package func begin(
    _ kind: JobKind, file: String, state: String, _ make: @Sendable () throws -> JobWork
  ) throws -> Job {
    let older = jobs.filter { $0.file == file && $0.kind == kind }
    let others = works.keys.filter { id in !older.contains { $0.id == id } }
    guard others.count < Self.mostAtWork else { throw Problem.tooManyAtWork }
    let work = try make()
    for job in older { cancel(job.id) }
    jobs.removeAll { $0.file == file && $0.kind == kind }
    count += 1
    let job = Job(id: "\(count)", file: file, kind: kind, state: state)
    jobs.append(job)
    if jobs.count > Self.mostKept { cancel(jobs.removeFirst().id) }
    works[job.id] = work
    Task {
      let end = await work.follow { await self.note($0, of: job.id) }
      finish(job.id, end)
    }
    return job
  }

  package func job(_ id: String) -> Job? { jobs.first { $0.id == id } }

  /// Those of a file, in the order in which they were begun.
  package func jobs(of file: String) -> [Job] { jobs.filter { $0.file == file } }

  /// Ends a job's work; what has ended already stays as it is.
  package func cancel(_ id: String) { works[id]?.cancel() }

  private func note(_ progress: JobProgress, of id: String) {
    if let index = jobs.firstIndex(where: { $0.id == id }) { jobs[index].progress = progress }
  }

  private func finish(_ id: String, _ end: JobEnd) {
    works[id] = nil
    if let index = jobs.firstIndex(where: { $0.id == id }) { jobs[index].end = end }
  }
}
