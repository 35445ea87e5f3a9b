// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Rostering

/// Solves the instances in a folder and sets them beside what is known of them.
///
///     RosterBenchmark FOLDER [--seconds 600] [--seed 1] [--iterations N] [--verbose] [INSTANCE …]
///
/// The folder has `Instance1.txt` … and `best_known.csv` with a row for each.
@main
enum RosterBenchmark {
  private struct Known {
    var best: Int
    var ejectionChain: Int?
  }

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func take(_ name: String) -> String? {
      guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
        return nil
      }
      let value = arguments[place + 1]
      arguments.removeSubrange(place...place + 1)
      return value
    }
    let seconds = take("--seconds").flatMap(Double.init) ?? 600
    let seed = take("--seed").flatMap(UInt64.init) ?? 1
    let iterations = take("--iterations").flatMap(Int.init) ?? 1_000_000
    let isVerbose = arguments.contains("--verbose")
    arguments.removeAll { $0 == "--verbose" }
    guard let folder = arguments.first else {
      print("usage: RosterBenchmark FOLDER [--seconds 600] [--seed 1] [INSTANCE …]")
      exit(64)
    }
    let known = try readKnown(folder + "/best_known.csv")
    let wanted = arguments.dropFirst().compactMap { Int($0) }
    let numbers = (1...99).filter { number in
      (wanted.isEmpty || wanted.contains(number))
        && FileManager.default.fileExists(atPath: "\(folder)/Instance\(number).txt")
    }
    print(line("instance", "objective", "bound", "best known", "above", "chain 10'", "seconds", "end"))
    for number in numbers {
      let path = "\(folder)/Instance\(number).txt"
      let instance = try SchedulingInstance(String(contentsOfFile: path, encoding: .utf8))
      let found = try RosterSolver(instance.problem).solve(
        seed: seed, budget: RosterBudget(iterations: iterations, seconds: seconds),
        progress: isVerbose ? follow : { _ in })
      let broken = RosterChecker(instance.problem).violations(of: found.roster)
      guard broken.isEmpty else { fatalError("instance \(number) breaks \(broken[0])") }
      let best = known[number]
      let total = found.objective.total
      let above = best.map { 100 * (Double(total) / Double($0.best) - 1) }
      print(
        line(
          "\(number)", "\(total)", "\(found.bound)", best.map { "\($0.best)" } ?? "",
          above.map { String(format: "%.1f %%", $0) } ?? "",
          best?.ejectionChain.map(String.init) ?? "", String(format: "%.1f", found.seconds),
          "\(found.ending) (\(found.iterations))"))
      fflush(nil)
    }
  }

  private static func line(_ cells: String...) -> String {
    cells.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined()
  }

  private static func follow(_ progress: RosterProgress) {
    if progress.step == .neighbourhoods, progress.iteration % 50 != 0 { return }
    FileHandle.standardError.write(
      Data(
        "\(progress.step) \(progress.iteration) \(progress.objective) \(progress.bound ?? -1)\n"
          .utf8))
  }

  private static func readKnown(_ path: String) throws -> [Int: Known] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let names = rows.first, let best = names.firstIndex(of: "best_known") else { return [:] }
    let chain = names.firstIndex(of: "ejection_chain_10min")
    var known: [Int: Known] = [:]
    for row in rows.dropFirst() {
      guard let number = Int(row[0]), let value = Int(row[best]) else { continue }
      known[number] = Known(best: value, ejectionChain: chain.flatMap { Int(row[$0]) })
    }
    return known
  }
}
