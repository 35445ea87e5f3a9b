// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Scenarios

/// Does jobs that need nothing of each other at once, and gives their results in order.
///
/// So searches of small trials keep every thread busy. What a job gives must not depend on its threads.
///
/// - Parameters:
///   - threads: For all jobs together; at most as many jobs are in hand.
///   - body: Is given a job and its part of the threads.
/// - Throws: What the first job in order that failed has thrown.
func concurrently<Job: Sendable, Value: Sendable>(
  _ jobs: [Job], threads: Int,
  _ body: @escaping @Sendable (Job, _ threads: Int) async throws -> Value
) async throws -> [Value] {
  let width = max(1, min(jobs.count, threads))
  let share = max(1, threads / width)
  if width == 1 {
    var values: [Value] = []
    for job in jobs { values.append(try await body(job, threads)) }
    return values
  }
  // The last jobs in hand have all threads.
  let shared = ThreadShare(total: threads, jobs: width)
  var results = [Result<Value, any Error>?](repeating: nil, count: jobs.count)
  await withTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
    func start(_ index: Int) {
      let job = jobs[index]
      group.addTask {
        do {
          return (
            index,
            .success(
              try await ThreadShare.$current.withValue(shared) { try await body(job, share) })
          )
        } catch {
          return (index, .failure(error))
        }
      }
    }
    var next = width
    for index in 0..<width { start(index) }
    while let (index, result) = await group.next() {
      results[index] = result
      if case .failure = result {
        // What comes later in order is not wanted any more.
        next = jobs.count
      }
      if next < jobs.count {
        start(next)
        next += 1
      } else {
        shared.release()
      }
    }
  }
  return try results.compactMap { try $0?.get() }
}

/// Plans that try the same rosters come one after another, so that each trial is simulated once.
func chains<Group>(_ groups: [Group], by key: (Group) -> StaffingPlan?) -> [[Int]] {
  var chains: [(key: StaffingPlan?, members: [Int])] = []
  for (index, group) in groups.enumerated() {
    let key = key(group)
    if let key, let place = chains.firstIndex(where: { $0.key == key }) {
      chains[place].members.append(index)
    } else {
      chains.append((key, [index]))
    }
  }
  return chains.map(\.members)
}
