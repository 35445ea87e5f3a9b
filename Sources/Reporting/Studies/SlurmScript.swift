// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Studies

/// A batch script of a Slurm job array that runs some shards of a study.
package struct SlurmScript: Sendable {
  package struct Options: Equatable, Sendable {
    package var partition: String?
    package var account: String?
    package var quality: String?
    /// Wall-clock minutes of a task.
    package var minutes: Int
    /// Threads of a task.
    package var threads: Int
    /// Memory of a task in MB; nil for the cluster's default.
    package var megabytes: Int?

    package init(
      partition: String? = nil, account: String? = nil, quality: String? = nil, minutes: Int = 60,
      threads: Int = 1, megabytes: Int? = nil
    ) {
      self.partition = partition
      self.account = account
      self.quality = quality
      self.minutes = minutes
      self.threads = threads
      self.megabytes = megabytes
    }
  }

  /// Path of this program on the nodes.
  private let program: String
  /// The study's folder on the nodes.
  private let folder: String
  private let name: String
  private let shards: IndexList
  private let tasks: Int
  private let limits: SlurmLimits
  private let options: Options

  /// - Parameter folder: An absolute path.
  package init(
    program: String, folder: String, name: String, shards: IndexList, limits: SlurmLimits,
    options: Options
  ) {
    self.program = program
    self.folder = folder
    self.name = name
    self.shards = shards
    self.limits = limits
    self.options = options
    tasks = limits.tasks(for: shards.numbers.count)
  }

  /// Whether an index of the array is a shard; else a task runs its part of the list.
  private var isOneEach: Bool {
    tasks == shards.numbers.count && (shards.numbers.last ?? 0) < limits.arraySize
  }

  package var text: String {
    var lines = [
      "#!/bin/bash", "#SBATCH --job-name=\(name.filter { !$0.isWhitespace })",
      "#SBATCH --array=\(isOneEach ? shards.description : "0-\(tasks - 1)")",
      "#SBATCH --output=\(isOneEach ? "\(folder)/logs/%a.log" : "\(folder)/logs/task-%a.log")",
      "#SBATCH --open-mode=append", "#SBATCH --requeue", "#SBATCH --ntasks=1",
      "#SBATCH --cpus-per-task=\(options.threads)", "#SBATCH --time=\(options.minutes)",
      "#SBATCH --signal=B:TERM@30",
    ]
    if let memory = options.megabytes { lines.append("#SBATCH --mem=\(memory)M") }
    for (key, value) in [
      ("partition", options.partition), ("account", options.account), ("qos", options.quality),
    ] {
      if let value { lines.append("#SBATCH --\(key)=\(value)") }
    }
    let which =
      isOneEach
      ? "--shard \"$SLURM_ARRAY_TASK_ID\""
      : "--shard \(shards) --part \"$SLURM_ARRAY_TASK_ID/\(tasks)\""
    lines += [
      "# \(shards.numbers.count) shards in \(tasks) tasks; what is done already ends at once.",
      "\(Self.quoted(program)) study run \(Self.quoted(folder)) \(which) "
        + "--threads \(options.threads) &",
      "child=$!", "trap 'kill -TERM \"$child\"' TERM", "wait \"$child\"", "status=$?",
      "# A signal ends the first wait; rows that are done are kept.",
      "if [ \"$status\" -gt 128 ] && kill -0 \"$child\" 2>/dev/null; then wait \"$child\"; "
        + "status=$?; fi",
      "# 75: try again.",
      "if [ \"$status\" -eq 75 ] && [ \"${SLURM_RESTART_COUNT:-0}\" -lt 3 ]; then",
      "  scontrol requeue \"${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}\"", "fi",
      "exit \"$status\"",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
