// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms

/// The product's solver on weeks of shifts and tours, beside optima that another solver proved.
///
/// `CoverBenchmark --export FOLDER` writes the programs, `highs.py FOLDER` proves them, and
/// `CoverBenchmark FOLDER` solves them and prints one table.
@main
struct CoverBenchmark {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard let folder = words.last else { fatalError("CoverBenchmark [--export] FOLDER") }
    let place = URL(fileURLWithPath: folder)
    if words.first == "--export" {
      for week in CoverWeek.all {
        try Data(week.text.utf8).write(to: place.appending(path: week.name + ".txt"))
      }
      return
    }
    let proved = try Proof.read(place.appending(path: "proved.csv"))
    print("week            patterns      cost  ÷ proved  bound's gap  seconds  HiGHS  within")
    var misses = 0
    for week in CoverWeek.all {
      let limits = Self.limits(week)
      let start = ContinuousClock.now
      let solution: IntegerSolution
      do {
        solution = try SolverByParts().solve(
          week.program,
          within: SolverLimits(gap: limits.gap, seconds: limits.seconds, nodes: limits.nodes))
      } catch {
        print("\(week.name): \(error)")
        misses += 1
        continue
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      guard let proof = proved[week.name] else { fatalError("\(week.name): not proved") }
      let ratio = solution.cost / proof.cost
      let isReached = ratio <= limits.wanted && seconds <= limits.seconds * 1.1
      misses += isReached ? 0 : 1
      print(
        week.name.padding(toLength: 15, withPad: " ", startingAt: 0), pad("\(week.patterns)", 8),
        String(
          format: "%9.1f  %8.4f  %10.2f %%  %7.2f  %5.2f", solution.cost, ratio,
          solution.gap * 100, seconds, proof.seconds), isReached ? " yes" : " NO")
    }
    print(misses == 0 ? "all within" : "\(misses) not within")
  }

  /// What is wanted of a week, and what the solver may take for it.
  private static func limits(
    _ week: CoverWeek
  ) -> (gap: Double, seconds: Double, nodes: Int, wanted: Double) {
    switch week.kind {
    case .shifts: (0, 2, .max, 1 + 1e-9)
    case .tours: (0, 10, .max, 1 + 1e-9)
    case .distinct: (0.01, 30, .max, 1.05)
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// What the other solver found of a week.
private struct Proof {
  let cost: Double
  let seconds: Double

  static func read(_ file: URL) throws -> [String: Proof] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    var proofs: [String: Proof] = [:]
    for line in lines {
      let cells = line.split(separator: ",")
      guard cells.count == 4, let cost = Double(cells[1]), let seconds = Double(cells[3]) else {
        fatalError("\(file.path): \(line)")
      }
      proofs[String(cells[0])] = Proof(cost: cost, seconds: seconds)
    }
    return proofs
  }
}
