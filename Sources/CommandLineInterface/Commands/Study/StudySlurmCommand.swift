// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Studies
import Wording

struct StudySlurmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slurm",
    abstract: "Print a Slurm job array for the missing shards of a study, or submit it.",
    discussion: """
      The array has a task for each missing shard, or fewer that run several where the cluster's \
      MaxArraySize or the user's MaxSubmitJobs ask for it; both are asked of scontrol and sacctmgr \
      where these are there. Where sizes are still to be found, the array is of those shards, and \
      --submit adds a second one that waits for it.
      """)

  @Argument(help: "A study's folder, on a disk that all nodes see.", completion: .directory)
  var study: String

  @Flag(help: "Submit instead of printing.")
  var submit = false

  @Option(help: "Partition.")
  var partition: String?

  @Option(help: "Account.")
  var account: String?

  @Option(help: "Quality of service.")
  var qos: String?

  @Option(parsing: .unconditional, help: "Minutes of a task.")
  var minutes = 60

  @Option(parsing: .unconditional, help: "Threads of a task.")
  var threads = 1

  @Option(parsing: .unconditional, help: "MB of a task. Default: the cluster's.")
  var memory: Int?

  @Option(
    name: .customLong("max-array-size"), parsing: .unconditional,
    help: "MaxArraySize, instead of asking scontrol.")
  var arraySize: Int?

  @Option(
    name: .customLong("max-submit-jobs"), parsing: .unconditional,
    help: "MaxSubmitJobs, instead of asking sacctmgr.")
  var submittedJobs: Int?

  @Option(help: "Path of inquiry on the nodes. Default: this program's own.")
  var program: String?

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  func validate() throws {
    for (name, value) in [
      ("--minutes", minutes), ("--threads", threads), ("--memory", memory ?? 1),
      ("--max-submit-jobs", submittedJobs ?? 1),
    ] where !(1...10_000_000).contains(value) {
      throw ValidationError(name, found: value, allowed: "1 to 10000000")
    }
    if let arraySize, !(2...10_000_000).contains(arraySize) {
      throw ValidationError("--max-array-size", found: arraySize, allowed: "2 to 10000000")
    }
  }

  func run() throws {
    let status = try StudyStatus(StudyFolder(study))
    let (sizes, rest) = (status.incomplete(.sizes), status.incomplete(.replications))
    guard !sizes.numbers.isEmpty || !rest.numbers.isEmpty else {
      printError(Localized(en: "Every shard is complete.", zh: "所有分片均已完成。")[language])
      return
    }
    let first = sizes.numbers.isEmpty ? rest : sizes
    let limits = self.limits
    guard submit else {
      if !sizes.numbers.isEmpty, !rest.numbers.isEmpty {
        printError(
          Localized(
            en: "This array finds sizes; print again when it has ended, for the replications "
              + "(--submit does both).",
            zh: "该数组先求规模；结束后请再次打印以运行模拟（--submit 会一并提交）。")[language])
      }
      return try emit(script(of: first, limits, status.plan), terminator: "")
    }
    try? FileManager.default.createDirectory(
      atPath: status.folder.place(of: StudyFolder.logs), withIntermediateDirectories: true)
    var left = limits
    let job = try send(script(of: first, left, status.plan), after: nil)
    if let jobs = left.submittedJobs {
      left.submittedJobs = jobs - left.tasks(for: first.numbers.count)
    }
    guard !sizes.numbers.isEmpty, !rest.numbers.isEmpty, (left.submittedJobs ?? 1) > 0 else {
      return
    }
    _ = try send(script(of: rest, left, status.plan), after: job)
  }

  private func script(of shards: IndexList, _ limits: SlurmLimits, _ plan: StudyPlan) -> String {
    SlurmScript(
      program: program ?? ShardProcesses.program.path,
      folder: URL(fileURLWithPath: StudyFolder(study).path).standardizedFileURL.path,
      name: "inquiry-\(plan.name)", shards: shards, limits: limits,
      options: SlurmScript.Options(
        partition: partition, account: account, quality: qos, minutes: minutes, threads: threads,
        megabytes: memory)
    ).text
  }

  private var limits: SlurmLimits {
    let user = NSUserName()
    func answer(_ words: [String]) -> String { SystemProgram.run(words)?.output ?? "" }
    var limits = SlurmLimits(
      configuration: arraySize == nil ? answer(["scontrol", "show", "config"]) : "",
      associations: submittedJobs == nil
        ? answer([
          "sacctmgr", "-P", "show", "assoc", "where", "user=\(user)",
          "format=Account,QOS,MaxSubmitJobs,GrpSubmitJobs",
        ]) : "",
      qualities: submittedJobs == nil
        ? answer([
          "sacctmgr", "-P", "show", "qos",
          "format=Name,MaxSubmitJobsPerUser,MaxSubmitJobsPerAccount",
        ]) : "",
      queued: submittedJobs == nil
        ? answer(["squeue", "-h", "-r", "-u", user]).count { $0 == "\n" } : 0)
    if let arraySize { limits.arraySize = arraySize }
    if let submittedJobs { limits.submittedJobs = submittedJobs }
    return limits
  }

  /// - Returns: The number of the job.
  private func send(_ script: String, after job: String?) throws -> String {
    let words = ["sbatch", "--parsable"] + (job.map { ["--dependency=afterany:\($0)"] } ?? [])
    let answer = SystemProgram.run(words, input: script)
    guard let answer, answer.status == 0 else {
      let said = answer?.errors ?? ""
      printError(
        Localized(
          en: "sbatch has not taken the array. \(said)", zh: "sbatch 未接受该作业数组。\(said)")[language])
      throw ExitStatus.tryAgain.code
    }
    let number = String(answer.output.prefix { !$0.isWhitespace && $0 != ";" })
    try emit(Localized(en: "Submitted job \(number).", zh: "已提交作业 \(number)。")[language])
    return number
  }
}
