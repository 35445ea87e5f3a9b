// SPDX-License-Identifier: GPL-3.0-or-later

/// What a Slurm cluster allows of job arrays, as its own commands tell it.
package struct SlurmLimits: Equatable, Sendable {
  /// One more than the greatest index of an array.
  package var arraySize: Int
  /// Jobs that may be submitted at once, each task of an array being one; nil without a limit.
  package var submittedJobs: Int?

  /// Slurm's own.
  package static let standard = SlurmLimits(arraySize: 1001, submittedJobs: nil)

  package init(arraySize: Int, submittedJobs: Int?) {
    self.arraySize = arraySize
    self.submittedJobs = submittedJobs
  }

  /// - Parameters:
  ///   - configuration: Of `scontrol show config`.
  ///   - associations: Of `sacctmgr -P show assoc format=Account,QOS,MaxSubmitJobs,GrpSubmitJobs`;
  ///     empty on a cluster without accounting.
  ///   - qualities: Of `sacctmgr -P show qos format=Name,MaxSubmitJobsPerUser,MaxSubmitJobsPerAccount`.
  ///   - queued: Jobs that the user has in the queue.
  package init(
    configuration: String, associations: String = "", qualities: String = "", queued: Int = 0
  ) {
    arraySize = Self.standard.arraySize
    for line in configuration.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      if parts.count == 2, parts[0] == "MaxArraySize", let size = Int(parts[1]) { arraySize = size }
    }
    let accounts = Self.rows(associations)
    let names = Set(accounts.flatMap { ($0["QOS"] ?? "").split(separator: ",").map(String.init) })
    let used = Self.rows(qualities).filter { names.isEmpty || names.contains($0["Name"] ?? "") }
    let limits = (accounts + used).flatMap { row in
      row.filter { $0.key.hasPrefix("MaxSubmit") || $0.key.hasPrefix("GrpSubmit") }
        .compactMap { Int($0.value) }
    }
    submittedJobs = limits.min().map { max(0, $0 - queued) }
  }

  /// Rows of a table with bars, by the names in its first line.
  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { line in
      Dictionary(zip(head, line)) { first, _ in first }
    }
  }

  /// Tasks that an array of so many shards has: as many as there may be, each of which runs its part.
  package func tasks(for shards: Int) -> Int {
    max(1, min(shards, arraySize - 1, submittedJobs ?? .max))
  }
}
